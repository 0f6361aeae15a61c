"""The whole way: handed to somebody by name, answered, asked, worked jointly, handed back with what it avoided."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from alongside.foundation.actor import Role
from alongside.handovers.models import OwnNote, SharedPage, StepUp, Turn
from tests.building import an_actor, as_, now, signed_in

from .conftest import Handing, text

pytestmark = pytest.mark.django_db(databases=["default", "counting"])

HANDED = {
    "kind": "piece of work", "words": "The stairs are hard for her.", "asks": "Could you look at a rail?", "ground": "their yes", "how": "aloud",
    "how_they_agreed": "on Monday: “yes, ring her”", "told": "before", "reach_now": "",
}  # fmt: skip


def test_a_piece_of_work_is_handed_to_a_social_worker_who_signs_in_and_comes_back():
    h = Handing()
    sam, priya = signed_in(h.sam), signed_in(h.priya)
    assert "Hand over to Priya Nair" in text(sam.get(f"/people/{h.gwen}/step-up/"))
    assert sam.post(f"/people/{h.gwen}/step-up/{h.to_priya.id}/", HANDED).status_code == 303
    with as_(h.sam):
        found = StepUp.objects.select_related("receiver").get()
    assert "Gwen Pettifer" in text(priya.get("/handed-to-me/"))
    mine = f"/handed-to-me/{found.id}/"
    assert "The stairs are hard for her." in text(priya.get(mine))
    assert priya.post(mine, {"does": "takes on", "words": "I visit on Thursday."}).status_code == 303
    assert sam.post(f"{h.url(found)}say/", {"words": "She is in after ten."}).status_code == 303
    assert "She is in after ten." in text(priya.get(mine))
    asked = priya.post(mine, {"does": "hands back", "words": "The rail is up."})
    assert (asked.status_code, "Choose what became of it." in text(asked)) == (422, True)
    back = {"does": "hands back", "words": "The rail is up.", "outcome": "done", "avoided": "A fall, I would say."}
    assert priya.post(mine, back).status_code == 303
    assert priya.get(mine).status_code == 404, "what is over is not open to them any more"
    assert "Gwen" not in text(priya.get("/handed-to-me/"))
    page = text(sam.get(h.url(found)))
    for said in ("The rail is up.", "A fall, I would say.", "what was asked is done", "Answered after", "I visit on Thursday."):
        assert said in page
    assert "Handed back" in text(sam.get(f"/people/{h.gwen}/"))


def test_the_duty_desk_answers_by_its_link_and_a_mail_scanner_changes_nothing():
    h = Handing()
    found = h.hands(h.to_duty)
    duty, address = Client(), h.address(found)
    front = text(duty.get(address))
    assert "Gwen" not in front
    assert "stairs" not in front
    assert [duty.get(f"{address}{turn}/").status_code for turn in ("open", "answer")] == [405, 405]
    with as_(h.sam):
        assert (StepUp.objects.get().stage, Turn.objects.count()) == ("waits", 1)
    assert "The stairs are hard for her." in text(duty.post(f"{address}open/"))
    refused = duty.post(f"{address}answer/", {"does": "not theirs", "words": "", "writer": "Tom Bell"})
    assert (refused.status_code, "Say why" in text(refused)) == (422, True)
    assert duty.post(f"{address}answer/", {"does": "not theirs", "words": "Ask the rapid response team.", "writer": "Tom Bell"}).status_code == 303
    over = duty.get(address)
    assert (over.status_code, duty.post(f"{address}open/").status_code) == (404, 404)
    assert "Tom Bell (Duty social work)" in text(signed_in(h.sam).get(h.url(found)))


def test_both_alongside_each_keeps_their_own_notes_and_both_write_one_page():
    h = Handing()
    found = h.hands(h.to_priya)
    sam, priya, mine = signed_in(h.sam), signed_in(h.priya), f"/handed-to-me/{found.id}/"
    assert sam.get(f"{h.url(found)}shared/").status_code == 200
    assert "There is a shared page only while you work jointly." in text(sam.post(f"{h.url(found)}shared/", {"agreed": "We visit together."}))
    assert priya.post(mine, {"does": "together", "words": "Let us visit together."}).status_code == 303
    stood = {"agreed": "We visit together.", "who_does_what": "", "comes_next": ""}
    assert sam.post(f"{h.url(found)}shared/", stood).status_code == 303
    assert "We visit together." in text(priya.get(mine))
    fresh = priya.get(mine).context["mark"]
    assert priya.post(mine, {"does": "shared", "as_it_stood": fresh, **stood, "comes_next": "The doctor on Friday."}).status_code == 303
    late = priya.post(mine, {"does": "shared", "as_it_stood": fresh, **stood, "comes_next": "Nothing."})
    assert (late.status_code, "The doctor on Friday." in text(late)) == (422, True)
    assert priya.post(mine, {"does": "note", "words": "She was tired."}).status_code == 303
    assert "She was tired." in text(priya.get(mine))
    assert "She was tired." not in text(sam.get(h.url(found)))
    with as_(h.sam):
        assert (SharedPage.objects.count(), OwnNote.objects.count()) == (2, 0)
    priya.post(mine, {"does": "hands back", "words": "She manages.", "outcome": "looked at"})
    with as_(h.priya):
        assert (SharedPage.objects.count(), OwnNote.objects.count(), StepUp.objects.count()) == (0, 0, 0)
    assert "The doctor on Friday." in text(sam.get(h.url(found))), "the shared page stays with the record"


def test_an_urgent_one_that_nobody_answered_stands_on_the_day_of_whoever_handed_it_over_until_it_is_answered():
    h = Handing()
    lead = h.hands(
        h.to_lead, urgent=True, answer_by=now() + timedelta(hours=1), reach_now="01632 960199", kind="safeguarding", ground="safeguarding", told="before"
    )
    sam, alex = signed_in(h.sam), signed_in(an_actor(Role.COORDINATOR, h.team, name="Alex Roe"))
    assert "Urgent, and not answered" not in text(sam.get("/today/"))
    with as_(h.sam):
        StepUp.objects.update(answer_by=now() - timedelta(minutes=5))
    today = text(sam.get("/today/"))
    assert "Urgent, and not answered" in today
    assert f'href="{h.url(lead)}"' in today
    assert "If it cannot wait: 01632 960199" in today
    # A concern is for fewer than the record is: a colleague reads nothing of it, on their own day or on Sam's.
    assert "Ruth Okafor" not in text(alex.get("/today/")) + text(alex.get(f"/today/?of={h.sam.id}"))
    Client().post(f"{h.address(lead)}answer/", {"does": "takes on", "words": "We go today.", "writer": "Ruth"})
    assert "Urgent, and not answered" not in text(sam.get("/today/"))
