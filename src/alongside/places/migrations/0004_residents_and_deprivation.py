import django.db.models.deletion
from django.db import migrations, models

import alongside.foundation.keys


class Migration(migrations.Migration):
    dependencies = [
        ("places", "0003_timetable"),
    ]

    operations = [
        migrations.CreateModel(
            name="Residents",
            fields=[
                ("id", models.UUIDField(default=alongside.foundation.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("year", models.PositiveSmallIntegerField()),
                ("many", models.PositiveIntegerField()),
                ("source", models.TextField()),
                ("locality", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="residents", to="places.locality")),
            ],
            options={
                "ordering": ["locality", "-year"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("locality", "year"), name="residents_of_a_place_once_a_year"),
                    models.CheckConstraint(
                        condition=models.Q(("many__gt", 0), models.Q(("source", ""), _negated=True)), name="a_count_of_residents_has_a_source"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Deprivation",
            fields=[
                ("area", models.TextField(primary_key=True, serialize=False)),
                (
                    "fifth",
                    models.TextField(
                        choices=[
                            ("first", "the most deprived fifth"),
                            ("second", "the second most deprived fifth"),
                            ("third", "the middle fifth"),
                            ("fourth", "the second least deprived fifth"),
                            ("last", "the least deprived fifth"),
                        ],
                    ),
                ),
            ],
            options={
                "default_permissions": (),
            },
        ),
    ]
