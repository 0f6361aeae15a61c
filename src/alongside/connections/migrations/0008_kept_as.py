from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("connections", "0007_told_what_came"),
    ]

    operations = [
        migrations.AddField(
            model_name="connection",
            name="kept_as",
            field=models.UUIDField(blank=True, null=True),
        ),
    ]
