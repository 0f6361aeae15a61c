import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0004_not_decided_in_time"),
    ]

    operations = [
        migrations.AddField(model_name="listed", name="matters", field=models.TextField(blank=True, default="", db_default="")),
        migrations.AlterField(
            model_name="agreed",
            name="seat",
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="meetings.seat"),
        ),
        migrations.AddConstraint(
            model_name="agreed",
            constraint=models.CheckConstraint(
                name="a_decision_of_the_whole_table_is_not_asked_after", condition=models.Q(seat__isnull=False) | models.Q(answer="", by_when__isnull=True)
            ),
        ),
    ]
