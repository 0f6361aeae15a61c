"""Extracts made before it was known from which post somebody was walked alongside lack that: they are made anew with one press."""

from django.db import migrations

FORGET = "DELETE FROM evidence_link; UPDATE evidence_extract SET payload = NULL WHERE payload IS NOT NULL"


class Migration(migrations.Migration):
    dependencies = [("evidence", "0007_let_out"), ("money", "0005_who_is_in_a_post")]

    operations = [migrations.RunSQL(FORGET, migrations.RunSQL.noop)]
