"""A name that was looked for waits in a session so that Back works; with whoever is forgotten it goes."""

from __future__ import annotations

from django.urls import reverse

from alongside.access.actions import answer_them
from alongside.access.rules import TO_BE_TYPED
from alongside.desk.people import SEARCHED
from alongside.people.models import Person
from tests.building import as_, now, signed_in


def test_nobodys_browser_still_holds_the_name_that_was_looked_for(here):
    gwen = here.planted("Gwen Quartzhill")
    asked = here.asks(gwen, "be forgotten")
    with as_(here.lead):
        answer_them(asked, "yes", why="She asked for it.", by=here.lead, at=now())
    searching, forgetting = signed_in(here.coordinator), signed_in(here.manager)
    searching.post(reverse("desk:people"), {"words": "Quartzhill"})
    assert searching.session[SEARCHED] == "Quartzhill"
    forgetting.post(reverse("desk:forget", args=[gwen.id, asked.id]), {"typed": TO_BE_TYPED})
    assert not Person.objects.using("owner").filter(id=gwen.id).exists()
    assert (SEARCHED in searching.session, searching.get(reverse("desk:people")).status_code) == (False, 200)
