from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0016_complaints"),
    ]

    operations = [
        migrations.AddField(
            model_name="gap",
            name="told_of",
            field=models.JSONField(blank=True, db_default={}, default=dict),
        ),
    ]
