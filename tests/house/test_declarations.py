"""Every table says whom it is about, and the database guards each that is about somebody."""

from __future__ import annotations

from dataclasses import MISSING, fields
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connections, models

from alongside.access import fences
from alongside.foundation.keeping import Keeping, Kept, NoPerson, Part
from alongside.people.models import Gift, Person
from tests.house import declarations

OURS = [model for model in apps.get_models(include_auto_created=True) if model.__module__.startswith("alongside.") and not model._meta.auto_created]


def test_every_table_says_what_in_it_is_personal():
    assert [sentence for model in OURS for sentence in declarations.undeclared(model)] == []


def test_nothing_is_excused_that_is_not_there():
    there = {f"{model._meta.db_table}.{field.column}" for model in OURS for field in model._meta.fields}
    assert sorted(set(declarations.NOT_PERSONAL) - there) == []


def test_every_link_of_many_to_many_is_between_tables_without_a_person():
    linked = [
        (model, field.related_model)
        for model in OURS
        for field in model._meta.many_to_many
        if isinstance(getattr(model, "keeping", None), Keeping) or isinstance(getattr(field.related_model, "keeping", None), Keeping)
    ]
    assert linked == []


def pretend(**fields: models.Field) -> SimpleNamespace:
    """A table as the checker meets it, that is in no room."""
    for name, field in fields.items():
        field.set_attributes_from_name(name)
    return SimpleNamespace(__name__="Planted", _meta=SimpleNamespace(db_table="planted", fields=list(fields.values())))


def test_a_table_that_says_nothing_is_found():
    assert len(list(declarations.undeclared(pretend(words=models.TextField())))) == 1


def test_no_table_takes_how_long_it_is_kept_in_silence():
    assert [kind.__name__ for kind in (Keeping, NoPerson) for field in fields(kind) if field.name == "kept" and field.default is not MISSING] == []


def test_a_table_that_does_not_say_how_long_it_is_kept_is_found():
    planted = pretend(person_id=models.UUIDField())
    planted.keeping = Keeping(Part.RECORD, {}, None)
    assert list(declarations.undeclared(planted)) == ["planted does not say how long it is kept."]


def test_a_table_that_takes_its_declaration_from_another_is_found():
    class Planted(SimpleNamespace):
        """A table whose declaration stands with the one it is made from."""

        keeping = Keeping(Part.RECORD, {}, Kept.WITH_THE_RECORD)

    planted = Planted(**vars(pretend(person_id=models.UUIDField())))
    assert list(declarations.undeclared(planted)) == ["planted does not say it itself: its `keeping` is another table's."]


def test_a_word_that_is_not_declared_is_found():
    planted = pretend(person_id=models.UUIDField(), words=models.TextField())
    planted.keeping = Keeping(Part.RECORD, {}, Kept.WITH_THE_RECORD)
    assert [sentence.split()[0] for sentence in declarations.undeclared(planted)] == ["planted.words"]


def test_a_table_that_hides_its_person_is_found():
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    planted = pretend(person=person)
    planted.keeping = NoPerson("It says.", Kept.WHILE_TRUE)
    assert len(list(declarations.undeclared(planted))) == 1


@pytest.mark.django_db(databases=["default", "owner"])
def test_every_table_with_a_person_is_fenced():
    assert [sentence for table, keeping in fences.with_a_person() for sentence in declarations.unfenced(connections["owner"], table, keeping)] == []


@pytest.mark.django_db(databases=["default", "owner"])
@pytest.mark.parametrize(
    "hole",
    [
        "ALTER TABLE people_gift DISABLE ROW LEVEL SECURITY",
        "DROP POLICY may_delete ON people_gift",
        "DROP POLICY may_update ON people_gift; CREATE POLICY may_update ON people_gift FOR UPDATE USING (true)",
        "DROP TRIGGER keep_history ON people_gift",
        "ALTER TABLE people_gift DISABLE TRIGGER keep_history",
        "GRANT TRUNCATE ON people_gift TO alongside_app",
    ],
)
def test_a_hole_in_a_fence_is_found(hole):
    with connections["owner"].cursor() as cursor:
        cursor.execute(hole)
    assert len(list(declarations.unfenced(connections["owner"], Gift._meta.db_table, Gift.keeping))) == 1


@pytest.mark.django_db(databases=["default", "owner"])
def test_a_table_made_without_fences_is_found():
    with connections["owner"].cursor() as cursor:
        cursor.execute("CREATE TABLE planted (id uuid, person_id uuid, words text); GRANT SELECT ON planted TO alongside_app")
    assert len(list(declarations.unfenced(connections["owner"], "planted", Keeping(Part.RECORD, {"words": ""}, Kept.WITH_THE_RECORD)))) == 6


@pytest.mark.django_db(databases=["default", "owner"])
def test_every_table_that_the_database_has_is_known():
    """A table with a person_id made by hand, beside the models, would have no fence at all."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT DISTINCT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'person_id'")
        with_person_id = {row[0] for row in cursor.fetchall()} - {"i_may_see", "in_my_sight", *fences.VIEWS.split(", ")}
    assert sorted(with_person_id - {table for table, _ in fences.with_a_person()}) == []


@pytest.mark.django_db(databases=["default", "owner"])
def test_the_application_owns_nothing_and_cannot_pass_the_fences():
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = 'alongside_app'")
        assert cursor.fetchone() == (False, False, False, False)
        cursor.execute("SELECT count(*) FROM pg_class WHERE relowner = 'alongside_app'::regrole")
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT pg_has_role('alongside_app', 'alongside_owner', 'MEMBER')")
        assert cursor.fetchone() == (False,)


def test_foreign_keys_lean_down():
    leaning = [
        f"{model._meta.label}.{field.name} → {field.related_model._meta.label}"
        for model in OURS
        for field in [*model._meta.fields, *model._meta.many_to_many]
        if field.is_relation and field.related_model.__module__.startswith("alongside.")
        if declarations.leaning_up(model._meta.app_label, field.related_model._meta.app_label)
        # Who signs in is Django's to name (AUTH_USER_MODEL), from every storey.
        and field.related_model._meta.label != settings.AUTH_USER_MODEL
    ]
    assert leaning == []


def test_a_key_that_leans_up_or_sideways_would_be_found():
    assert declarations.leaning_up("people", "journeys")
    assert declarations.leaning_up("people", "directory")
    assert not declarations.leaning_up("journeys", "people")


def test_the_settings_know_every_room():
    rooms = {room for layer in declarations.storeys() for room in layer}
    assert sorted(settings.ROOMS) == sorted(rooms)
    heights = [declarations.height(room) for room in settings.ROOMS]
    assert heights == sorted(heights)
