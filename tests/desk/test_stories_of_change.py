"""A story of change: drafted from the record, looked through, agreed to word for word, printed once, and taken back at any time."""

from __future__ import annotations

import pytest

from alongside.foundation.refusals import Refused
from alongside.journeys import actions as journeys
from alongside.outcomes import actions
from alongside.outcomes.models import Story
from alongside.people.models import Person
from tests.building import a_coordinator, a_team, as_, days_ago, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db
PLAIN = "I talk to people now. We walk to the garden, and I sleep again."


class Told:
    """Gwen, who wants to tell what changed, and her coordinator Sam."""

    def __init__(self) -> None:
        self.sam = a_coordinator(a_team())
        key = somebody(self.sam, "Gwenllian Example", on=days_ago(90))
        with as_(self.sam):
            self.gwen = Person.objects.get(id=key)
            journeys.tell_good_life(self.gwen, "To see people again, says Gwenllian.", by=self.sam, at=now())
            actions.tell_change(self.gwen, "I sleep again.", direction="better", noticed_on=days_ago(9), by=self.sam, at=now())
        self.browser = signed_in(self.sam)

    def page(self, story: Story | None = None, step: str = "") -> str:
        return f"/people/{self.gwen.id}/stories/" + (f"{story.id}/{step}" if story else step)

    def drafted(self, words: str = PLAIN) -> Story:
        with as_(self.sam):
            return actions.draft_story(self.gwen, words, use_kind="committee", use="Committee paper, May", by=self.sam, at=now())

    def agreed(self, words: str = PLAIN) -> Story:
        story = self.drafted(words)
        with as_(self.sam):
            return actions.say_yes(story, "aloud, after I read it out", today(), gives_away=[], by=self.sam, at=now())

    def kept(self) -> Story:
        with as_(self.sam):
            return Story.objects.get()

    def says_yes(self, story: Story):
        on = {"on_day": str(today().day), "on_month": str(today().month), "on_year": str(today().year)}
        return self.browser.post(self.page(story, "yes/"), {"how": "aloud"} | on)


@pytest.fixture
def told() -> Told:
    return Told()


def test_the_first_draft_is_in_their_words_without_the_names_that_are_known(told) -> None:
    page = told.browser.get(told.page(step="new/")).content.decode()
    assert "I sleep again." in page
    draft = page.split("<textarea")[1].split("</textarea>")[0]
    assert ("To see people again" in draft, "Gwenllian" in draft) == (True, False)


def test_nobody_says_yes_while_it_gives_somebody_away(told) -> None:
    sent = told.browser.post(told.page(step="new/"), {"use_kind": "committee", "use": "Committee paper, May", "words": "Gwenllian keeps alpacas."})
    assert sent.status_code == 303
    story = told.kept()
    page = told.browser.get(told.page(story)).content.decode()
    assert ("<strong>Gwenllian</strong>" in page, "alpacas" in page, "Do they say yes?" in page) == (True, True, False)
    refused = told.says_yes(story)
    assert (refused.status_code, "This still gives somebody away: “Gwenllian”, “alpacas”." in refused.content.decode()) == (422, True)
    told.browser.post(told.page(story), {"use_kind": "committee", "use": "Committee paper, May", "words": "She keeps alpacas.", "judged": []})
    assert told.says_yes(told.kept()).status_code == 422
    stays = {"use_kind": "committee", "use": "Committee paper, May", "words": "She keeps alpacas.", "judged": ["rare: alpacas"]}
    assert told.browser.post(told.page(story), stays).status_code == 303
    assert told.says_yes(told.kept()).status_code == 303
    assert told.kept().stands == "their yes"


def test_a_yes_is_to_these_words_and_falls_with_them(told) -> None:
    story = told.agreed()
    sent = {"use_kind": "committee", "use": "Committee paper, May", "words": f"{PLAIN} Nearly."}
    assert told.browser.post(told.page(story), sent).status_code == 303
    assert told.kept().stands == "draft"
    refused = told.browser.post(told.page(story, "print/"), {"where": "Item 6"})
    assert (refused.status_code, "They have not said yes to these words." in refused.content.decode()) == (422, True)


def test_another_use_needs_another_yes_and_one_use_is_one_printing(told) -> None:
    story = told.agreed()
    assert told.browser.post(told.page(story, "print/"), {"where": "Adults committee, item 6"}).status_code == 303
    assert PLAIN in told.browser.get(told.page(story, "sheet/")).content.decode()
    again = told.browser.post(told.page(story, "print/"), {"where": "The leaflet"})
    assert (again.status_code, "for the one use they agreed to" in again.content.decode()) == (422, True)


def test_what_is_taken_back_before_it_is_printed_is_printed_nowhere(told) -> None:
    story = told.agreed()
    assert "Committee paper, May" in told.browser.get("/stories/").content.decode().split("All others")[0]
    assert told.browser.post(told.page(story, "taken-back/"), {"how": "On the telephone."}).status_code == 303
    assert told.kept().stands == "withdrawn"
    ready = told.browser.get("/stories/").content.decode().split("All others")[0]
    assert "Committee paper, May" not in ready
    assert told.browser.post(told.page(story, "print/"), {"where": "Item 6"}).status_code == 422
    assert told.browser.get(told.page(story, "sheet/")).status_code in (403, 409, 422)


def test_what_was_printed_before_it_was_taken_back_says_where_it_is_and_is_printed_no_more(told) -> None:
    story = told.agreed()
    told.browser.post(told.page(story, "print/"), {"where": "Adults committee, item 6"})
    told.browser.post(told.page(story, "taken-back/"), {"how": ""})
    assert told.kept().stands == "withdrawn after"
    assert "It was printed before they took it back: Adults committee, item 6." in told.browser.get(told.page(story)).content.decode()
    assert PLAIN not in told.browser.get(told.page(story, "sheet/")).content.decode()


def test_whoever_prints_a_page_that_was_opened_before_it_was_taken_back_is_refused(told) -> None:
    opened_before = told.agreed()
    told.browser.post(told.page(opened_before, "taken-back/"), {"how": ""})
    with as_(told.sam), pytest.raises(Refused):
        actions.print_story(opened_before, "Item 6", by=told.sam, at=now())


def test_another_team_reads_no_story(told) -> None:
    story = told.agreed()
    other = a_coordinator(a_team())
    assert signed_in(other).get(told.page(story)).status_code == 404
    assert "Committee paper" not in signed_in(other).get("/stories/").content.decode()


@pytest.mark.parametrize("many", [1, 30])
def test_thirty_stories_ask_the_database_no_oftener_than_one(told, many, django_assert_max_num_queries) -> None:
    for _ in range(many):
        told.drafted()
    for page in (told.page(), "/stories/"):
        told.browser.get(page)
        with django_assert_max_num_queries(25):
            told.browser.get(page)
