"""Extracts made before hand-overs were counted lack them: they are made anew with one press."""

from django.db import migrations

FORGET = "DELETE FROM evidence_link; UPDATE evidence_extract SET payload = NULL WHERE payload IS NOT NULL"


class Migration(migrations.Migration):
    dependencies = [("evidence", "0012_counted_ahead"), ("handovers", "0001_handing_over_and_having_it_back")]

    operations = [migrations.RunSQL(FORGET, migrations.RunSQL.noop)]
