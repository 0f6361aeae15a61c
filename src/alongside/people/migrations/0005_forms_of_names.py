"""Whoever is known already is known by the forms of their name too."""

from django.db import migrations


def remember_forms(apps, schema_editor):
    from alongside.people.rules import pieces

    person, key = apps.get_model("people", "Person"), apps.get_model("people", "MatchKey")
    using = schema_editor.connection.alias
    found = []
    for one in person.objects.using(using).iterator(chunk_size=2000):
        forms = [piece for piece in pieces(one.name, one.likes_to_be_called) if piece.kind == "form of name"]
        found += [key(person_id=one.id, kind=piece.kind, key=piece.key) for piece in sorted(forms, key=str)]
    key.objects.using(using).filter(kind="form of name").delete()
    key.objects.using(using).bulk_create(found, batch_size=2000)


class Migration(migrations.Migration):
    dependencies = [("people", "0004_joining_two_records")]
    operations = [migrations.RunPython(remember_forms, migrations.RunPython.noop)]
