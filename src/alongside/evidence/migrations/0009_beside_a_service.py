import alongside.foundation.keys
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

SERVICES = [
    ("gp", "GP visits"),
    ("home visit", "home visits"),
    ("a&e", "A&E"),
    ("admission", "admissions"),
    ("ambulance", "ambulances"),
    ("police", "police"),
    ("111", "NHS 111"),
    ("day care", "days of day care"),
    ("crisis", "mental health crisis team"),
]


def _number(places=2):
    return models.DecimalField(decimal_places=places, max_digits=7, null=True)


class Migration(migrations.Migration):
    dependencies = [("evidence", "0008_counted_anew"), ("teams", "0001_initial"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.CreateModel(
            name="BesideAService",
            fields=[
                ("id", models.UUIDField(default=alongside.foundation.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("service", models.TextField(choices=SERVICES)),
                ("everybody", _number()),
                ("again", _number()),
                ("anyway_source", models.TextField(blank=True)),
                ("others_before", _number()),
                ("others_after", _number()),
                ("others_source", models.TextField(blank=True)),
                ("pence", models.PositiveBigIntegerField(null=True)),
                ("price_year", models.TextField(blank=True)),
                ("uplift", _number(3)),
                ("cost_source", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("team", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="teams.team")),
            ],
            options={
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("team", "service"), name="one_beside_each_service"),
                    models.CheckConstraint(
                        name="what_everybody_uses_has_a_source",
                        condition=Q(everybody__isnull=True, again__isnull=True) | Q(everybody__isnull=False, again__isnull=False) & ~Q(anyway_source=""),
                    ),
                    models.CheckConstraint(
                        name="what_others_used_has_a_source",
                        condition=Q(others_before__isnull=True, others_after__isnull=True)
                        | Q(others_before__isnull=False, others_after__isnull=False) & ~Q(others_source=""),
                    ),
                    models.CheckConstraint(name="what_a_use_costs_has_a_source", condition=Q(pence__isnull=True) | ~Q(price_year="") & ~Q(cost_source="")),
                ],
            },
        )
    ]
