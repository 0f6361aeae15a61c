from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("introductions", "0006_brought_in_by_others"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="broughtin", name="what_was_decided_keeps_no_words"),
        migrations.AlterField(
            model_name="broughtin",
            name="became",
            field=models.TextField(blank=True, choices=[("taken up", "taken up"), ("not now", "not taken up"), ("too late", "not decided in time")]),
        ),
        migrations.AlterField(
            model_name="broughtin",
            name="answer",
            field=models.TextField(
                blank=True,
                choices=[
                    ("with us", "Thank you. It is with us."),
                    ("met", "We met; thank you."),
                    ("own words", "in our own words"),
                    ("not for us", "Thank you. This one is not for us."),
                    ("too late", "It waited too long with us. Please ring us."),
                ],
            ),
        ),
        migrations.AddConstraint(
            model_name="broughtin",
            constraint=models.CheckConstraint(
                name="what_was_decided_keeps_no_words",
                condition=Q(became="", decided_at__isnull=True, decided_by__isnull=True)
                | (~Q(became="") & Q(decided_at__isnull=False, who="", reach="", why="") & (Q(decided_by__isnull=False) | Q(became="too late"))),
            ),
        ),
    ]
