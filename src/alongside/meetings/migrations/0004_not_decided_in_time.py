from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0003_what_is_open"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="proposal", name="a_decided_proposal_says_by_whom_and_keeps_no_words"),
        migrations.AlterField(
            model_name="proposal",
            name="decided",
            field=models.TextField(
                blank=True, choices=[("on the list", "on the list"), ("not this time", "not this time"), ("too late", "not decided in time")]
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                name="a_decided_proposal_keeps_no_words_and_says_by_whom",
                condition=Q(decided="", decided_at__isnull=True, decided_by__isnull=True)
                | (~Q(decided="") & Q(decided_at__isnull=False, who="", why="", asks="") & (Q(decided_by__isnull=False) | Q(decided="too late"))),
            ),
        ),
    ]
