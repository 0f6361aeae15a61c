import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("groups", "0006_what_stood_before"), ("money", "0005_who_is_in_a_post")]

    operations = [
        migrations.AddField(
            model_name="spend",
            name="taster",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="groups.taster"),
        ),
        migrations.AddConstraint(
            model_name="spend",
            constraint=models.CheckConstraint(
                condition=models.Q(("taster__isnull", True), ("group__isnull", False), _connector="OR"), name="a_spend_on_a_taster_is_on_its_group"
            ),
        ),
    ]
