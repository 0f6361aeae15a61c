import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import alongside.foundation.keys


class Migration(migrations.Migration):
    dependencies = [("exchange", "0001_a_spreadsheet_on_its_way_in"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.AddField("movingin", "plan", models.TextField(blank=True, default=""), preserve_default=False),
        migrations.AddField("movingin", "begun_at", models.DateTimeField(null=True)),
        migrations.AddField("movingin", "broke_off", models.TextField(blank=True, default=""), preserve_default=False),
        migrations.CreateModel(
            name="PlannedPage",
            fields=[
                ("id", models.UUIDField(default=alongside.foundation.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("person_id", models.UUIDField(null=True)),
                ("moving_id", models.UUIDField(null=True)),
                ("show", models.TextField()),
                ("number", models.PositiveIntegerField()),
                ("entries", models.JSONField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "default_permissions": (),
                "constraints": [models.UniqueConstraint(fields=("moving_id", "show", "number"), name="a_page_of_a_plan_once")],
            },
        ),
    ]
