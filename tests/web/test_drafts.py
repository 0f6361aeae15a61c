"""A draft waits thirty days for its writer; then nobody sees it, and it goes, whoever wrote it and whether or not they come back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from alongside.desk.days import day_of
from alongside.foundation.actor import Actor, Role
from alongside.site.housekeeping import clear_away
from alongside.teams.models import Membership
from alongside.web.actions import keep_draft
from alongside.web.models import Draft
from alongside.web.queries import draft_of, unfinished
from tests.building import a_coordinator, an_actor, as_, now, signed_in, today

JUST_THIRTY_DAYS = timedelta(days=30, minutes=1)
NOT_YET = timedelta(days=30) - timedelta(minutes=1)


@pytest.fixture
def sam(committed: str) -> Actor:
    return a_coordinator()


def left_unfinished(writer: Actor, *, ago: timedelta, words: str = "Half a") -> UUID:
    """A draft that was last saved some time ago."""
    with as_(writer):
        draft = keep_draft("introduction", None, {"why": words}, page="/introduce/", by=writer, at=now())
    set_back(draft.id, ago=ago)
    return draft.id


def set_back(*drafts: UUID, ago: timedelta) -> None:
    Draft.objects.using("owner").filter(id__in=drafts).update(saved_at=now() - ago)


def there() -> set[UUID]:
    """Every draft that is stored, whosever it is."""
    return set(Draft.objects.using("owner").values_list("id", flat=True))


@pytest.mark.parametrize(("ago", "shown"), [(NOT_YET, 1), (JUST_THIRTY_DAYS, 0)])
def test_a_draft_is_shown_for_thirty_days_and_nowhere_after(sam: Actor, ago: timedelta, shown: int) -> None:
    draft_id = left_unfinished(sam, ago=ago, words="Half a sentence")
    with as_(sam):
        assert len(unfinished(sam)) == shown
        assert (draft_of("introduction", None, by=sam) is not None) == bool(shown)
        assert day_of(sam.id, today=today(), quiet_after_days=28)["unfinished"] == shown
        assert Draft.objects.filter(id=draft_id).count() == shown
    pages = [signed_in(sam).get(reverse(f"desk:{name}")).content.decode() for name in ("unfinished", "introduce")]
    assert [page.count("Half a sentence") > 0 for page in pages] == [bool(shown)] * 2


def clear_by_keeping_another(sam: Actor) -> None:
    with as_(sam):
        keep_draft("note", None, {"text": "New"}, page="/", by=sam, at=now())


@pytest.mark.parametrize("clear", [clear_by_keeping_another, lambda _sam: clear_away()], ids=["whoever keeps another", "whatever serves, once a day"])
def test_old_drafts_of_everybody_are_cleared_away_also_of_those_who_left(sam: Actor, clear: Callable[[Actor], None]) -> None:
    ash = a_coordinator()
    old, of_a_leaver, recent = (left_unfinished(writer, ago=NOT_YET) for writer in (an_actor(Role.MANAGER), ash, a_coordinator()))
    Membership.objects.filter(staff_id=ash.id).update(until=today())
    set_back(old, of_a_leaver, ago=JUST_THIRTY_DAYS)
    assert there() == {old, of_a_leaver, recent}
    clear(sam)
    assert there() & {old, of_a_leaver, recent} == {recent}


def test_a_form_whose_draft_is_too_old_saves_itself_anew(sam: Actor) -> None:
    left_unfinished(sam, ago=JUST_THIRTY_DAYS, words="Long ago")
    answer = signed_in(sam).post(reverse("web:save draft"), {"form": "introduction", "words": '{"why": "Today"}', "page": "/introduce/"})
    assert answer.status_code == 200
    with as_(sam):
        assert [draft.words for draft in unfinished(sam)] == [{"why": "Today"}]


def test_what_is_cleared_away_takes_sessions_that_ended_and_none_in_use(sam: Actor) -> None:
    ended, in_use = signed_in(sam).session.session_key, signed_in(sam).session.session_key
    Session.objects.filter(session_key=ended).update(expire_date=now() - timedelta(minutes=1))
    clear_away()
    assert set(Session.objects.values_list("session_key", flat=True)) == {in_use}
