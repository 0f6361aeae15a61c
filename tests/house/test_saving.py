"""Only actions change what is stored, and none without a trace."""

from __future__ import annotations

import ast

import pytest

from tests.house import saving


def test_only_actions_save_and_all_leave_a_trace():
    assert [str(fault) for fault in saving.faults()] == []


@pytest.mark.parametrize(
    "planted",
    [
        "person.save()",
        "form.save()",
        "Person.objects.create(name='x')",
        "Person.objects.filter(id=1).update(name='x')",
        "people.update(name='x')",
        "person.delete()",
        "Note.objects.bulk_create(notes)",
        "team.localities.add(place)",
        "cursor.execute('DELETE  FROM people_person')",
        "cursor.execute(f'INSERT INTO {table} VALUES (1)')",
        "cursor.execute('update people_person set name = 1')",
        "with cursor.copy('COPY people_person (id) FROM STDIN') as copy: pass",
    ],
)
def test_a_planted_write_is_found(planted):
    tree = ast.parse(planted)
    assert len(list(saving.written_outside_actions("src/alongside/desk/views.py", tree))) >= 1
    assert list(saving.written_outside_actions("src/alongside/desk/actions.py", tree)) == []


@pytest.mark.parametrize(
    "harmless",
    [
        "seen.add(x)",
        "context.update({'a': 1})",
        "cache.delete('key')",
        "request.session.save()",
        "cursor.execute('GRANT SELECT, INSERT ON a TO b')",
        "names.clear()",
    ],
)
def test_what_changes_no_row_passes(harmless):
    assert list(saving.written_outside_actions("src/alongside/desk/views.py", ast.parse(harmless))) == []


CAREFUL = """
@action
def begin(person, *, by: Actor, at: datetime):
    '''Begins.'''
    Alongside.objects.create(person=person)
    leave_trace('began', person)
"""


def test_a_careful_action_passes():
    assert list(saving.careless_actions("src/alongside/a/actions.py", ast.parse(CAREFUL))) == []


@pytest.mark.parametrize(
    ("carelessness", "instead"),
    [("@action\n", ""), ("by: Actor, ", ""), ("at: datetime", "at"), ("    leave_trace('began', person)", "")],
)
def test_a_planted_careless_action_is_found(carelessness, instead):
    assert carelessness in CAREFUL
    assert len(list(saving.careless_actions("src/alongside/a/actions.py", ast.parse(CAREFUL.replace(carelessness, instead))))) == 1
