from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0007_people_who_give"),
    ]

    operations = [
        migrations.AddField(
            model_name="goodtoknow",
            name="likes_to_be_told",
            field=models.TextField(
                blank=True,
                choices=[
                    ("aloud", "face to face"),
                    ("telephone", "by telephone"),
                    ("letter", "by letter"),
                    ("easy read", "in Easy Read"),
                    ("through somebody", "through somebody they trust"),
                ],
                db_default="",
                default="",
            ),
        ),
    ]
