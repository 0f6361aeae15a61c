from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("teams", "0004_weekly_letter"),
    ]

    operations = [
        migrations.AddField(
            model_name="team",
            name="asks_people",
            field=models.JSONField(blank=True, default=list),
        ),
    ]
