"""Somebody who asked to be forgotten is forgotten everywhere, while every figure, and the trail, stay as they were."""

from __future__ import annotations

import re
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connections
from django.db.utils import ProgrammingError

from alongside.access.actions import answer_them, ask_of_us, forget, join, part
from alongside.access.fences import declared
from alongside.access.models import Asked, Forgotten
from alongside.evidence.counting import opened
from alongside.evidence.expressions import EXPRESSIONS
from alongside.evidence.models import Extract
from alongside.evidence.periods import quarter_of, quarters_of, window, year_of
from alongside.foundation.actor import Role
from alongside.foundation.keeping import Keeping
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import NotYours, Refused
from alongside.people.models import Person
from alongside.trail.models import Entry
from tests.building import an_actor, as_, days_ago, now, today
from tests.evidence.conftest import Neighbourhood
from tests.their_rights.conftest import where_it_stands


def rows_about(person: Person) -> dict[str, int]:
    """How many rows each table has about them, by what the models declare."""
    with connections["owner"].cursor() as cursor:
        found = {}
        for model, keeping in declared():
            if isinstance(keeping, Keeping):
                cursor.execute(f"SELECT count(*) FROM {model._meta.db_table} WHERE {keeping.person} = %s", [person.id])
                found[model._meta.db_table] = cursor.fetchone()[0]
    return {table: many for table, many in found.items() if many}


def test_not_one_word_of_theirs_stays_in_any_table(here, capsys):
    gwen, mo = here.planted("Gwen Quartzhill"), here.planted("Mo Ambleford")
    here.garden.change_everything()
    of_gwen, of_mo = ([seed.token for seed in here.garden.seeds if seed.person == person.id] for person in (gwen, mo))
    assert len(of_gwen) > 50
    assert [token for token in of_gwen if not where_it_stands(token)] == []
    here.forgets(gwen)
    assert {token: where for token in ["Quartzhill", *of_gwen] if (where := where_it_stands(token))} == {}
    assert [token for token in ["Ambleford", *of_mo] if not where_it_stands(token)] == []
    assert set(rows_about(gwen)) == {"trail_change"}
    with capsys.disabled():
        print(f"\n  forgotten: {len(of_gwen)} words looked for in every column of every table, 0 found; {len(of_mo)} of a neighbour all still there")


def test_the_trail_still_holds_and_says_that_words_were_erased(here, capsys):
    gwen = here.planted("Gwen Quartzhill")
    here.garden.change_everything()
    here.forgets(gwen)
    said = StringIO()
    call_command("verify_trail", stdout=said)
    assert "The trail holds." in said.getvalue()
    assert int(re.search(r"Changes of rows .* erased since: (\d+)", said.getvalue())[1]) > 30
    with as_(here.lead):
        assert Entry.objects.using("owner").filter(people__contains=[gwen.id], verb="forgot somebody").count() == 1


def test_the_certificate_says_what_went_and_not_whose_it_was(here):
    gwen = here.planted("Gwen Quartzhill")
    before = rows_about(gwen)
    here.forgets(gwen)
    with as_(here.manager):
        kept = Forgotten.objects.get()
    assert (kept.decided_by_id, kept.confirmed_by_id, kept.asked_on) == (here.lead.id, here.manager.id, today())
    gone = {table: many for table, many in kept.rows.items() if table != "trail_change"}
    before.pop("trail_change")
    assert gone == {**before, "access_asked": 1}
    assert str(gwen.id) not in str(vars(kept))


def test_what_somebody_else_has_of_them_stays_and_leads_to_nobody(here):
    from alongside.people.models import InTheirLife

    gwen, mo = here.planted("Gwen Quartzhill"), here.planted("Mo Ambleford")
    friend = InTheirLife.objects.using("owner").filter(person_id=mo.id).first()
    InTheirLife.objects.using("owner").filter(id=friend.id).update(known_here_id=gwen.id)
    here.forgets(gwen)
    friend.refresh_from_db(using="owner")
    assert (friend.known_here_id, friend.name != "") == (None, True)


TAKEN = ["people_person.name", "people_goodtoknow.how_to_reach"]


TAKEN_OR_MADE = ("people_goodtoknow", "people_matchkey")
"""Tables whose planted words are the other's after a joining, or are made anew from the name when it is undone."""


@pytest.mark.parametrize(("undone", "who_goes"), [(False, "the one"), (True, "the one"), (True, "the other")])
def test_whoever_was_known_twice_is_forgotten_whole_and_nobody_else_with_them(here, undone, who_goes):
    """Joined, both records go; joined and parted again, they are two people, and nothing of the one stays in the history of the other."""
    gwen, mo = here.planted("Gwen Quartzhill"), here.planted("Mo Ambleford")
    with as_(here.coordinator):
        joining = join(gwen, mo, taking=TAKEN, by=here.coordinator, at=now())
    if undone:
        with as_(here.coordinator):
            part(joining, by=here.coordinator, at=now())
    words = {"Quartzhill": gwen, "Ambleford": mo} | {seed.token: Person(id=seed.person) for seed in here.garden.seeds if seed.table not in TAKEN_OR_MADE}
    goes = gwen if who_goes == "the one" else mo
    here.forgets(goes)
    stays = {word for word, person in words.items() if undone and person.id != goes.id}
    assert {word: where for word in words if (where := where_it_stands(word)) and word not in stays} == {}
    assert sorted(word for word in stays if not where_it_stands(word)) == []


def test_nobody_is_forgotten_by_one_alone(here):
    gwen = here.planted("Gwen Quartzhill")
    asked = here.asks(gwen, "be forgotten")
    both = an_actor(Role.MANAGER, here.garden.given["teams.Team"])
    with as_(here.manager), pytest.raises(Refused, match="before the information governance lead has said yes"):
        forget(asked, typed="FORGET", by=here.manager, at=now())
    with as_(here.coordinator), pytest.raises(NotYours):
        answer_them(asked, "yes", why="Asked.", by=here.coordinator, at=now())
    with as_(here.lead):
        answer_them(asked, "yes", why="Asked.", by=here.lead, at=now())
        with pytest.raises(NotYours):
            forget(asked, typed="FORGET", by=here.lead, at=now())
    Asked.objects.using("owner").update(answered_by=both.id)
    asked.refresh_from_db(using="owner")
    with as_(both), pytest.raises(NotYours, match="nobody is forgotten by one alone"):
        forget(asked, typed="FORGET", by=both, at=now())


@pytest.mark.parametrize("who", ["coordinator", "lead", "manager"])
def test_the_database_itself_refuses_whoever_has_not_the_right(here, who):
    """Also code that forgets to ask: the function asks for itself."""
    gwen = here.planted("Gwen Quartzhill")
    asked, actor = here.asks(gwen, "be forgotten"), getattr(here, who)
    if who != "manager":
        with as_(here.lead):
            answer_them(asked, "yes", why="Asked.", by=here.lead, at=now())
    with pytest.raises(ProgrammingError, match="forgotten"), as_(actor), connections["default"].cursor() as cursor:
        cursor.execute("SELECT forget_somebody(%s, %s, now())", [asked.id, new_key()])


def test_a_manager_of_another_team_cannot(here):
    gwen, elsewhere = here.planted("Gwen Quartzhill"), an_actor(Role.MANAGER)
    asked = here.asks(gwen, "be forgotten")
    with as_(here.lead):
        answer_them(asked, "yes", why="Asked.", by=here.lead, at=now())
    with pytest.raises(ProgrammingError, match="a manager of a team that holds"), as_(elsewhere):
        forget(asked, typed="FORGET", by=elsewhere, at=now())


def test_it_is_typed_and_not_only_pressed(here):
    gwen = here.planted("Gwen Quartzhill")
    asked = here.asks(gwen, "be forgotten")
    with as_(here.lead):
        answer_them(asked, "yes", why="Asked.", by=here.lead, at=now())
    with as_(here.manager), pytest.raises(Refused, match="Type FORGET"):
        forget(asked, typed="", by=here.manager, at=now())


def test_a_no_is_given_with_its_reason_and_they_may_ask_again(here):
    gwen = here.planted("Gwen Quartzhill")
    asked = here.asks(gwen, "be forgotten")
    with as_(here.lead):
        with pytest.raises(Refused, match="Say why"):
            answer_them(asked, "no", why=" ", by=here.lead, at=now())
        answer_them(asked, "no", why="There is a claim before the court.", by=here.lead, at=now())
    with as_(here.coordinator):
        assert ask_of_us(gwen, "be forgotten", by=here.coordinator, at=now()).answer == ""


PERIODS = [quarter for year in (year_of(today()), year_of(days_ago(365)), year_of(days_ago(730))) for quarter in (*quarters_of(year), year)]


def every_figure(extract: Extract) -> dict[tuple[str, date, date | None], dict[tuple[str, str], int]]:
    """Every expression in every quarter and year of three years, by locality and part."""
    with opened(bytes(extract.payload)) as held:
        return {
            (name, period.since, period.until): held.counts(name, window(period, extracted_on=extract.made_on))
            for name in EXPRESSIONS
            for period in PERIODS
            if period.since <= extract.made_on
        }


@pytest.fixture
def around(committed: str) -> Neighbourhood:
    from tests.building import a_team

    team = a_team()
    return Neighbourhood(team, an_actor(Role.COORDINATOR, team), an_actor(Role.MANAGER, team), an_actor(Role.COMMISSIONER, team))


def test_every_figure_of_every_period_stays_as_it_was(around, capsys):
    lead = an_actor(Role.INFORMATION_GOVERNANCE, around.team)
    fernbrook = around.team.localities.get()
    long_ago = quarter_of(days_ago(400)).since
    people = [around.introduced(days_ago(400 - 31 * nth), source=("housing", "police", "self")[nth % 3]) for nth in range(6)]
    for nth, person in enumerate(people):
        around.connected(person, days_ago(200 - 9 * nth), rung="went together")
        around.connected(person, days_ago(100), kind="service", rung="not for me")
        around.changed(person, days_ago(40 + 50 * nth), direction=("better", "worse")[nth % 2])
        if nth % 2:
            around.lives_in(person, fernbrook)
    gwen = around.introduced(long_ago, source="gp or health", name="Gwen Quartzhill", level="level 1")
    around.lives_in(gwen, fernbrook)
    around.connected(gwen, days_ago(150), kind="natural", rung="went alone")
    around.changed(gwen, days_ago(120), direction="worse")
    extract = Extract.objects.using("owner").get(id=around.extract().id)
    before = every_figure(extract)
    with as_(around.coordinator):
        asked = ask_of_us(Person(id=gwen), "be forgotten", by=around.coordinator, at=now())
    with as_(lead):
        answer_them(asked, "yes", why="Asked.", by=lead, at=now())
    with as_(around.manager):
        forget(asked, typed="FORGET", by=around.manager, at=now())
    kept = Extract.objects.using("owner").get(id=extract.id)
    assert every_figure(kept) == before
    assert kept.payload != extract.payload
    made_anew = Extract.objects.using("owner").get(id=around.extract().id)
    assert every_figure(made_anew) == before
    assert made_anew.rows == extract.rows
    with capsys.disabled():
        counted = sum(len(parts) for parts in before.values())
        print(f"\n  forgotten: {len(before)} figures by period with {counted} counts, equal before, after, and made anew")


def test_of_the_forgotten_the_day_itself_is_left_nowhere(around):
    """One who was introduced on a day in the middle of a quarter: that day stands nowhere any more."""
    lead = an_actor(Role.INFORMATION_GOVERNANCE, around.team)
    day = quarter_of(days_ago(200)).since.replace(day=17)
    gwen = around.introduced(day, name="Gwen Quartzhill", level="level 1")
    around.connected(gwen, day, rung="went alone")
    around.extract()
    with as_(around.coordinator):
        asked = ask_of_us(Person(id=gwen), "be forgotten", by=around.coordinator, at=now())
    with as_(lead):
        answer_them(asked, "yes", why="Asked.", by=lead, at=now())
    with as_(around.manager):
        forget(asked, typed="FORGET", by=around.manager, at=now())
        payload = bytes(Extract.objects.get(payload__isnull=False).payload).decode()
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT payload::text FROM evidence_remainder")
        (remainder,) = cursor.fetchone()
    assert (day.isoformat() in payload, day.isoformat() in remainder) == (False, False)
    assert f"{quarter_of(day).since.replace(day=2)}" in remainder
