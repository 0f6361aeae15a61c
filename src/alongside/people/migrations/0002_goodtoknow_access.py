from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="goodtoknow",
            name="access",
            field=models.TextField(blank=True, default=""),
            preserve_default=False,
        ),
    ]
