import django.db.models.deletion
from django.db import migrations, models

import alongside.foundation.keys


class Migration(migrations.Migration):
    dependencies = [("evidence", "0011_counted_anew")]

    operations = [
        migrations.CreateModel(
            name="CountedAhead",
            fields=[
                ("id", models.UUIDField(default=alongside.foundation.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("made_from", models.TextField()),
                ("counts", models.JSONField()),
                ("extract", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="evidence.extract")),
            ],
            options={"default_permissions": ()},
        ),
    ]
