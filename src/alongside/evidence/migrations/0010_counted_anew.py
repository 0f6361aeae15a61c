"""Extracts made before it was known what people and partners say of the team lack that: they are made anew with one press."""

from django.db import migrations

FORGET = "DELETE FROM evidence_link; UPDATE evidence_extract SET payload = NULL WHERE payload IS NOT NULL"


class Migration(migrations.Migration):
    dependencies = [("evidence", "0009_beside_a_service"), ("feedback", "0001_how_it_was")]

    operations = [migrations.RunSQL(FORGET, migrations.RunSQL.noop)]
