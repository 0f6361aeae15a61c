"""Extracts made before it was said of introductions whether they were accepted lack that column: they are made anew with one press."""

from django.db import migrations

FORGET = "DELETE FROM evidence_link; UPDATE evidence_extract SET payload = NULL WHERE payload IS NOT NULL"


class Migration(migrations.Migration):
    dependencies = [("evidence", "0004_counted_anew")]

    operations = [migrations.RunSQL(FORGET, migrations.RunSQL.noop)]
