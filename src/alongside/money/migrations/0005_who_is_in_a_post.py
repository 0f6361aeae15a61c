import alongside.foundation.keys
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("money", "0004_own_ideas_up_to_a_sum"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.CreateModel(
            name="InPost",
            fields=[
                ("id", models.UUIDField(default=alongside.foundation.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                ("at", models.DateTimeField()),
                ("gone_at", models.DateTimeField(null=True)),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("gone_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("post", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="held", to="money.post")),
                ("staff", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "ordering": ["since", "staff__name"],
                "default_permissions": (),
                "indexes": [models.Index(condition=models.Q(("gone_at__isnull", True)), fields=["staff"], name="posts_of_somebody")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("gone_at__isnull", True), ("until__isnull", True)), fields=("staff",), name="in_one_post_at_a_time"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until__isnull", True), ("until__gt", models.F("since")), _connector="OR"), name="in_a_post_until_after_it_began"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("gone_at__isnull", True), ("gone_by__isnull", True)),
                            models.Q(("gone_at__isnull", False), ("gone_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="in_post_is_taken_back_by_somebody",
                    ),
                ],
            },
        )
    ]
