"""A hand-over that was taken back holds on to no walk, so that the one before it can be taken back, too."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("journeys", "0008_how_not_said"),
    ]

    operations = [
        migrations.AlterField(
            model_name="handedover",
            name="ended",
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="journeys.alongside"),
        ),
        migrations.AddConstraint(
            model_name="handedover",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended__isnull", False), ("taken_back_at__isnull", False), _connector="OR"),
                name="who_was_handed_over_ended_a_walk_until_taken_back",
            ),
        ),
    ]
