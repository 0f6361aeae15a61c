"""Questions on somebody's own page: they answer by themselves, leave out what they like, and take it back."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.foundation.actor import Role
from alongside.outcomes import actions as outcomes
from alongside.outcomes.answering import Given as Answered
from alongside.outcomes.measuring import text_of
from alongside.outcomes.models import Answer, Asking
from alongside.teams.models import Team
from tests.building import a_coordinator, a_team, an_actor, as_, now, signed_in, today
from tests.mine.test_by_link import Given


class Asked(Given):
    """Gwen by her own link, whose team asks the four questions."""

    def __init__(self) -> None:
        sam = a_coordinator(a_team())
        super().__init__(sam)
        manager = an_actor(Role.MANAGER, Team.objects.get(id=sam.team_id))
        with as_(manager):
            self.ons4 = outcomes.offer_measure(sam.team_id, "ons4", text_of("ons4"), by=manager, at=now())
            self.sheet = outcomes.offer_measure(sam.team_id, "swemwbs", text_of("swemwbs"), reference="R 1", by=manager, at=now())
        self.types(self.code)


@pytest.fixture
def her(committed: str) -> Asked:
    return Asked()


def test_she_answers_by_herself_and_leaves_out_what_she_likes(her) -> None:
    listed = her.browser.get(reverse("mine:my questions")).content.decode()
    assert ("four questions" in listed, "Warwick" in listed) == (True, False)
    sent = her.browser.post(reverse("mine:my answers", args=[her.ons4.id]), {"answer_3": "8"})
    assert sent.status_code == 303
    (asking,) = her.rows(Asking)
    assert (asking.by_id, asking.way, asking.on) == (None, "alone, on their page", today())
    assert [(one.item, one.number, one.by_id) for one in her.rows(Answer)] == [("happy", 8, None)]
    assert "alone, on their own page" in signed_in(her.sam).get(f"/people/{her.gwen}/measures/").content.decode().lower()


def test_not_today_is_a_press_and_nothing_has_to_be_answered(her) -> None:
    assert her.browser.post(reverse("mine:my answers", args=[her.ons4.id]), {"not_today": "1"}).status_code == 303
    assert [one.ended for one in her.rows(Asking)] == ["not today"]
    empty = her.browser.post(reverse("mine:my answers", args=[her.ons4.id]), {})
    assert (empty.status_code, "Nothing is answered yet." in empty.content.decode()) == (422, True)


def test_she_reads_and_takes_back_what_was_written_down_for_her(her) -> None:
    with as_(her.sam):
        asking = outcomes.answer_measure(her.gwen, her.ons4.file, [Answered("happy", 2)], way="together", on=today(), by=her.sam, at=now())
    assert "How happy" in her.browser.get(reverse("mine:my questions")).content.decode().replace("how happy", "How happy")
    assert her.browser.post(reverse("mine:take back my answers", args=[asking.id])).status_code == 303
    assert "Take my answers back" not in her.browser.get(reverse("mine:my questions")).content.decode()


def test_nobody_answers_for_somebody_else_by_their_own_link(her) -> None:
    other = Asked()
    with as_(other.sam):
        asking = outcomes.answer_measure(other.gwen, other.ons4.file, [Answered("happy", 2)], way="together", on=today(), by=other.sam, at=now())
    assert her.browser.post(reverse("mine:take back my answers", args=[asking.id])).status_code == 404
    assert her.browser.post(reverse("mine:my answers", args=[other.ons4.id]), {"answer_3": "8"}).status_code == 404
