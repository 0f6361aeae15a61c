"""Extracts made before people were asked to say of themselves who they are lack that: they are made anew with one press."""

from django.db import migrations

FORGET = "DELETE FROM evidence_link; UPDATE evidence_extract SET payload = NULL WHERE payload IS NOT NULL"


class Migration(migrations.Migration):
    dependencies = [("evidence", "0010_counted_anew"), ("people", "0009_of_themselves"), ("places", "0004_residents_and_deprivation")]

    operations = [migrations.RunSQL(FORGET, migrations.RunSQL.noop)]
