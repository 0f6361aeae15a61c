from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("groups", "0005_still_going_and_ages"),
    ]

    operations = [
        migrations.AddField(
            model_name="gathering",
            name="stood",
            field=models.JSONField(blank=True, null=True),
        ),
    ]
