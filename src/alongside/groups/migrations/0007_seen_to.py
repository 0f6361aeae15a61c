import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("groups", "0006_what_stood_before"),
    ]

    operations = [
        migrations.AddField(
            model_name="gathering",
            name="seen_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="gathering",
            name="seen_by",
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name="gathering",
            constraint=models.CheckConstraint(
                name="what_was_seen_to_says_when_and_by_whom",
                condition=models.Q(("seen_at__isnull", True), ("seen_by__isnull", True)) | models.Q(("seen_at__isnull", False), ("seen_by__isnull", False)),
            ),
        ),
        migrations.AddIndex(
            model_name="gathering",
            index=models.Index(
                fields=["on"],
                condition=models.Q(
                    models.Q(("needed", ""), _negated=True) | models.Q(("link__isnull", False), ("met", False)),
                    ("seen_at__isnull", True),
                    ("taken_back_at__isnull", True),
                ),
                name="sessions_to_see_to",
            ),
        ),
    ]
