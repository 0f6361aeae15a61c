"""What has left is kept as it left. Extracts made before groups, barriers, wishes and ages were counted lack them: they are made anew with one press."""

import alongside.foundation.keys
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

FORGET = "DELETE FROM evidence_link; UPDATE evidence_extract SET payload = NULL WHERE payload IS NOT NULL"


class Migration(migrations.Migration):
    dependencies = [("evidence", "0006_extracts_given_out"), ("teams", "0001_initial"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.CreateModel(
            name="LetOut",
            fields=[
                ("id", models.UUIDField(default=alongside.foundation.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("total", models.TextField()),
                ("by", models.TextField(blank=True)),
                ("since", models.DateField()),
                ("until", models.DateField()),
                ("numbers", models.JSONField()),
                ("at", models.DateTimeField()),
                ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                ("why_taken_back", models.TextField(blank=True)),
                (
                    "taken_back_by",
                    models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
                ("team", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="teams.team")),
            ],
            options={
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("taken_back_at__isnull", True)),
                        fields=("team", "total", "by", "since", "until"),
                        name="a_figure_of_a_period_leaves_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("taken_back_at__isnull", True), ("taken_back_by__isnull", True), ("why_taken_back", "")),
                            models.Q(("taken_back_at__isnull", False), ("taken_back_by__isnull", False), models.Q(("why_taken_back", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="what_left_is_taken_back_by_somebody_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.RunSQL(FORGET, migrations.RunSQL.noop),
    ]
