"""Extracts made before contacts, reasons and what somebody chose of evaluation were in them lack their columns: they are made anew with one press."""

from django.db import migrations

FORGET = "DELETE FROM evidence_link; UPDATE evidence_extract SET payload = NULL WHERE payload IS NOT NULL"


class Migration(migrations.Migration):
    dependencies = [("evidence", "0003_what_stays_of_the_forgotten")]

    operations = [migrations.RunSQL(FORGET, migrations.RunSQL.noop)]
