from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("money", "0006_what_a_taster_cost")]

    operations = [
        migrations.AlterField(
            model_name="spend",
            name="way",
            field=models.TextField(
                choices=[
                    ("bought", "bought by the organisation"),
                    ("expenses", "paid by one of us, to be paid back"),
                    ("mileage", "miles with one’s own car"),
                    ("grant", "a small grant to the group"),
                ]
            ),
        ),
        migrations.AddConstraint(
            model_name="spend",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("way", "grant"), _negated=True), ("group__isnull", False), _connector="OR"), name="a_grant_goes_to_a_group"
            ),
        ),
    ]
