"""Extracts made before circles, giving and weeks were counted lack their columns: they are made anew with one press."""

from django.db import migrations

FORGET = "DELETE FROM evidence_link; UPDATE evidence_extract SET payload = NULL WHERE payload IS NOT NULL"


class Migration(migrations.Migration):
    dependencies = [("evidence", "0001_initial")]

    operations = [migrations.RunSQL(FORGET, migrations.RunSQL.noop)]
