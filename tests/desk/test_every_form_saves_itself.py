"""Every form in which somebody writes freely saves itself while they write: found in the pages themselves, of whoever may open each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from uuid import UUID

import pytest

from alongside.desk.words import UNFINISHED
from tests.conftest import a_copy
from tests.trust import declarations, routes
from tests.trust.standing import GOVERNANCE, THEMSELVES, WALKER, Standing
from tests.trust.walking import Walk
from tests.trust.world import World

EXCEPTIONS = {
    "/people/": "a search by name",
    "/people/{}/same/": "a search by name",
    "/people/{}/notes/{}/with/": "a search by name, and ticks",
    "/people/{}/asked-of-us/{}/names/": "a search by ways of writing a name",
    "/people/{}/asked-of-us/{}/forget/": "a word that is typed as one means it, and no words of one's own",
    "/who-looked/": "a search by name",
    "/team/": "a number of days",
    "/staff/add/": "a colleague's name and address, for an account",
    "/money/ways/": "a sum and a number of pence",
    "/money/spends/{}/came-to/": "a sum, a day and a receipt; a refusal gives the sum and the day back",
    "/posts/shares/{}/": "who pays how much, from when",
    "/posts/{}/cost/": "a day and two sums",
    "/posts/{}/shares/": "who pays how much, from when",
    "/register/{}/": "an answer by a link: whoever has it has no drafts, and a refusal gives the words back",
    "/around/{}/not-right/": "a sentence of a visitor: without an account there are no drafts, and a refusal gives the words back",
    "/people/{}/changes/all/": "a number beside each change",
    "/people/{}/stories/{}/yes/": "how they said yes to a story, which no draft keeps; a refusal gives the words back",
    "/your-team/measures/": "a file of questions, and a reference of a licence",
    "/use-of-services/": "a practice's table, brought as a file or pasted; a refusal gives it back",
    "/figures/use-of-services/1/": "figures of others, and where each comes from; a refusal gives them back",
    "/figures/residents/": "how many people live where, and who published it; a refusal gives all of it back",
    "/figures/given-out/": "who gets it, and what for; a refusal gives both back",
    "/figures/worth/begin/": "a name and a year; a refusal gives both back",
    "/feeds/": "an address, and what is said there",
    "/feeds/files/": "a file, and what its source is called; no draft keeps a file",
    "/groups/{}/sessions/{}/": "ticks, and how many came; a refusal gives them back",
    "/how-it-was/{}/": "an answer by a link: whoever has it has no drafts, and a refusal gives the words back",
    "/colours/": "colours by their numbers",
    "/mine/pictures/": "words beside a picture, on a telephone that may be another's; a refusal gives them back",
    "/my/x/": "a code by which somebody opens their own copy",
}
"""Forms with a box and no draft, by where they are sent, each with why."""

UNOPENED = {
    "desk:ask measure": "questions that a team asks: it saves itself, and nothing is asked in this small world: tests/desk/test_measures.py",
    "desk:offer measure": "a reference of a licence: it saves itself: tests/desk/test_measures.py",
    "mine:my answers": "ticks, by a link: tests/mine/test_my_questions.py",
    "desk:answer proposal": "a few words to a colleague: tests/stories/test_every_long_form_comes_back.py",
    "desk:near said": "a yes or a no of somebody who was asked: no draft keeps that, and a refusal gives the words back",
    "desk:met": "how two met, of whom both had agreed: it saves itself",
    "desk:join": "a choice of which holds",
    "desk:known after all": "a search by name, and ticks",
    "desk:gather": "a press, behind the second step",
    "desk:look through": "which passages of others are left out, behind the second step: no draft of it lies before that; a refusal gives the words back",
    "desk:gap": "a kept wish, put right: it saves itself",
    "desk:answer gap": "the name of an entry",
    "desk:step up to": "what is handed over: it saves itself: tests/handovers",
    "desk:handed to me one": "an answer of another service; a refusal gives the words back: tests/handovers",
    "handovers:put receiver right": "whom to hand to, put right: it saves itself",
    "handovers:say who does what": "who does what: it saves itself: tests/stories/test_stepping_up_and_back.py",
    "desk:not taken up": "a choice, and no words",
    "introductions:another introducers link": "a day",
    "introductions:send introducers link": "an address: it saves itself",
    "introductions:bring": "words by a link: whoever has it has no drafts, and a refusal gives them back: tests/introductions",
    "introductions:bring signed in": "the same where they sign in; a refusal gives the words back: tests/introductions",
    "meetings:put right": "a meeting, put right: it saves itself: tests/meetings",
    "meetings:give seat": "a seat at a meeting: it saves itself: tests/meetings",
    "meetings:another link": "until when a link is open: it saves itself: tests/meetings",
    "desk:propose to meeting": "somebody proposed: it saves itself: tests/meetings",
    "desk:put on": "ticks, and a yes that no draft keeps; a refusal gives the words back: tests/meetings",
    "desk:not this time": "why somebody is not on a list: it saves itself: tests/meetings",
    "desk:meeting notes": "notes that are kept while they are typed: tests/meetings",
    "desk:agree": "a next step; a refusal gives the words back: tests/meetings",
    "desk:tell back": "what somebody was told: it saves itself: tests/meetings",
    "meetings:send invitation": "an address: it saves itself: tests/meetings",
    "meetings:reflection": "a thought to a scene: it saves itself: tests/meetings",
    "desk:heard what became": "what became of something agreed: it saves itself: tests/meetings",
    "desk:say what became": "an answer in a few words; a refusal gives them back: tests/meetings",
    "desk:seat propose": "words by a link: whoever has it has no drafts, and a refusal gives them back: tests/meetings",
    "groups:still going": "an answer by a link: whoever has it has no drafts, and a refusal gives the words back",
    "evidence:add input": "what was put in; a refusal gives it back, and nothing is valued in this small world: tests/evidence/test_worth.py",
    "evidence:add outcome": "what is valued; a refusal gives it back: tests/evidence/test_worth.py",
    "evidence:assumption": "three figures and their source; a refusal gives them back: tests/evidence/test_worth.py",
    "exchange:file": "what each column of a sheet means: choices, which are kept at each press",
    "noticeboard:two": "which of two told twice stays, and whose words are kept: choices",
    "noticeboard:still right": "an answer by a link: whoever has it has no drafts, and a refusal gives the words back",
}
"""Pages with a form that nobody in this small world can open, each with what it holds."""


@dataclass
class Form:
    """A form of a page that is sent, the boxes in it in which somebody writes freely, and the name of its draft."""

    sent_to: str
    draft: str = ""
    boxes: list[str] = field(default_factory=list)


class Forms(HTMLParser):
    """The forms of a page. A date, a time or a number in parts is no free text; nor is what is looked for."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self.open: Form | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "form":
            self.open = Form(given.get("action") or "", given.get("data-saves-itself") or "") if (given.get("method") or "").lower() == "post" else None
            if self.open is not None and "data-keeps-on-our-side" in given:
                self.open.draft = "on our side"
            self.found += [self.open] if self.open is not None else []
        elif self.open is not None and (tag == "textarea" or (tag == "input" and (given.get("type") or "text") in ("text", "email", "tel", "url"))):
            name = given.get("name") or ""
            if not name.endswith(("_day", "_month", "_year")):
                self.open.boxes.append(name)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.open = None


def where(url: str, route_url: str) -> str:
    """An address without the keys in it."""
    path = (url or route_url).partition("?")[0]

    def is_a_key(piece: str) -> bool:
        try:
            return bool(UUID(piece))
        except ValueError:
            return bool(re.fullmatch(r"(\w{4}-){3}\w{4}", piece))  # the address of a signed link

    return "/".join("{}" if is_a_key(piece) else piece for piece in path.split("/"))


@dataclass
class Opened:
    """All forms that were found, by where they are sent."""

    pages: set[str] = field(default_factory=set)
    with_a_form: set[str] = field(default_factory=set)
    forms: dict[str, list[Form]] = field(default_factory=dict)


@pytest.fixture(scope="module")
def opened(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Opened:
    """Every page of the house that can be read, opened by each of the roles."""
    found = Opened()
    with django_db_blocker.unblock(), a_copy("every_box"):
        world, pages = World(), declarations.read()
        walk, also = Walk(world, pages), {"desk:connect two": f"?asked={world.row('likestobeasked', world.iris)}"}
        staff = [Standing(name, world.staff[name].id, world.gwen, world.roles[name]) for name in (WALKER, "manager", GOVERNANCE, "administrator")]
        for standing in [*staff, Standing(THEMSELVES, world.gwen, world.gwen, frozenset())]:
            browser = world.browser(standing)
            for route in routes.ours():
                page = pages[route.name]
                if "GET" not in page.allowed or page.is_of_an_account:
                    continue
                if page.form:
                    found.with_a_form.add(route.name)
                url = walk.address(route, page, standing) + also.get(route.name, "")
                answer = browser.get(url)
                if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
                    found.pages.add(route.name)
                    for form in Forms(answer.content.decode()).found:
                        found.forms.setdefault(where(form.sent_to, url), []).append(form)
    return found


def test_every_page_with_a_form_was_opened(opened: Opened) -> None:
    assert sorted(opened.with_a_form - opened.pages) == sorted(UNOPENED)


def test_every_form_in_which_somebody_writes_freely_saves_itself_or_says_why_not(opened: Opened) -> None:
    unkept = {sent_to for sent_to, forms in opened.forms.items() if any(form.boxes and not form.draft for form in forms)}
    assert sorted(unkept) == sorted(EXCEPTIONS)


def test_what_every_form_left_unfinished_has_a_name_on_the_list(opened: Opened) -> None:
    named = {form.draft.partition("/")[0] for forms in opened.forms.values() for form in forms if form.draft} - {"on our side"}
    assert sorted(named - set(UNFINISHED)) == []
    assert len(named) > 45
