from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("notices", "0003_asked_again"),
    ]

    operations = [
        migrations.AlterField(
            model_name="notice",
            name="kind",
            field=models.TextField(
                choices=[
                    ("register link", "the link to a group’s register"),
                    ("still going", "whether a group is still going"),
                    ("seat link", "an invitation to a meeting"),
                    ("list is out", "that a meeting’s list is out"),
                    ("agreed at a meeting", "what was agreed at a meeting"),
                    ("decided at a meeting", "what a meeting decided"),
                    ("asked again", "the question what became of it"),
                    ("answered", "an answer to an introduction"),
                    ("handed over", "something handed to them"),
                    ("how it was", "the question how it is to have us"),
                    ("your week", "the weekly letter"),
                ]
            ),
        ),
    ]
