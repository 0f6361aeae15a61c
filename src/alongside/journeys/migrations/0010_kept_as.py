from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("journeys", "0009_a_walk_that_was_handed_back"),
    ]

    operations = [
        migrations.AddField(
            model_name="note",
            name="kept_as",
            field=models.UUIDField(blank=True, null=True),
        ),
    ]
