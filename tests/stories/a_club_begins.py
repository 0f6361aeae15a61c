"""How a club begins: one man's wish, a search, a taster day, a little money, the pack, and members who take it over."""

from __future__ import annotations

from datetime import date

from alongside.directory.models import Gap
from alongside.groups.models import Group, Step, Taster
from alongside.money.models import Spend
from alongside.people.models import Person
from tests.building import days_ago, today
from tests.stories.walker import Walker

NAME = "Saturday fishing"


def its_page(more: str = "") -> str:
    return f"/groups/{Group.objects.using('owner').get().id}/{more}"


def both(sam: Walker, phone: Walker, path: str, picture: str) -> None:
    """Looked at on a laptop and on a telephone."""
    for one in (sam, phone):
        one.goes_to(path)
        one.keeps_a_picture(picture)


def comes_to(sam: Walker, stage: str, on: date, words: str = "") -> None:
    sam.goes_to(its_page())
    sam.follows("It came to another stage")
    sam.chooses(stage)
    sam.dates("Since which day?", on)
    sam.writes("A few words about it", words)
    sam.presses("Save")


def eddie_wishes_for_somebody_to_fish_with(sam: Walker) -> None:
    eddie = Person.objects.using("owner").get(name="Eddie Marsh")
    sam.goes_to(f"/people/{eddie.id}/find/")
    sam.writes("What would they like?", "fishing with somebody on Saturdays")
    sam.presses("Find")
    sam.sees("Nothing suits?")
    sam.chooses("Keep it on Eddie Marsh’s page too, so that they hear when there is something")
    sam.presses("Keep the wish")
    sam.sees("The wish is kept on their page, and for your team.")
    assert Gap.objects.using("owner").get().words == "fishing with somebody on Saturdays"


def it_becomes_the_idea_of_a_group(sam: Walker) -> None:
    sam.goes_to("/groups/")
    sam.sees("No group is written down here yet.")
    sam.goes_to("/gaps/")
    sam.presses("A group, or a barrier?")
    sam.presses("Make it the idea of a group")
    sam.sees("“fishing with somebody on Saturdays”")
    it_was_heard_long_ago()
    sam.follows("Put right what it is")
    sam.writes("What is it to be called?", "")
    sam.presses("Save")
    sam.sees("Say what it is to be called, if only for now.")
    sam.writes("What is it to be called?", NAME)
    sam.writes("What happens there, for everybody to read once it has begun?", "We fish from the quay. A rod is lent.")
    sam.writes("When?", "Saturdays, 9 to 11")
    sam.writes("Where?", "The boathouse, Fern Quay")
    sam.writes("Postcode", "ZZ99 3AA")
    sam.presses("Save")
    sam.sees("It is put right.")


def it_was_heard_long_ago() -> None:
    """An idea that is begun from a wish was heard today: what the story tells happened before, so that a year can pass in it."""
    Step.objects.using("owner").update(on=days_ago(480))


def eddie_is_told_of_what_there_is_now(sam: Walker, phone: Walker) -> None:
    both(sam, phone, "/today/", "today-what-came-of-his-wish")
    for one in (sam, phone):
        one.sees(f"wished for “fishing with somebody on Saturdays”: a group meets now: {NAME}")
    while sam.page.get_by_role("button", name="They know now (Eddie Marsh)").count():
        sam.presses("They know now (Eddie Marsh)")
        sam.sees("They know, since today.")
        sam.goes_to("/today/")
    sam.sees_not("wished for")


def the_directory_is_searched_first(sam: Walker) -> None:
    sam.follows("It came to another stage")
    sam.sees("What is there already")
    sam.chooses("Looked for")
    sam.dates("Since which day?", days_ago(470))
    sam.presses("Save")
    sam.sees("Say what was looked for, what was found, and why nothing there will do.")
    sam.writes("A few words about it", "Fishing within 3 miles: one club, by the year and full.")
    sam.presses("Save")
    sam.sees("Looked for since")


def a_taster_day_is_planned_and_they_are_told(sam: Walker, phone: Walker) -> None:
    sam.follows("Plan a taster day")
    sam.dates("On which day?", days_ago(455))
    sam.writes("When?", "9 to 11, tea at 10")
    sam.chooses("By telephone")
    sam.presses("Save")
    sam.follows("Who is asked, and who came")
    sam.follows("Ask somebody")
    for who in ("Eddie", "Olwen"):
        sam.writes("Find somebody by name", who)
        sam.page.locator("button[name=look]").click()
        sam.page.get_by_label(who).check()
    sam.chooses("By telephone")
    sam.presses("Put them on the list")
    sam.sees("not told yet")
    taster = Taster.objects.using("owner").get()
    both(sam, phone, its_page(f"tasters/{taster.id}/telephones/"), "taster-telephones")
    sam.sees("Would you like to try “Saturday fishing”?")
    sam.presses("All of them were told")
    sam.sees("told on")
    comes_to(sam, "Taster day", days_ago(455))


def a_little_is_spent_on_it(sam: Walker) -> None:
    sam.goes_to(its_page(f"tasters/{Taster.objects.using('owner').get().id}/"))
    sam.follows("Spend on it from")
    sam.writes("In a few words", "Bait, and a kettle for the taster")
    sam.chooses("Bought by the organisation")
    sam.writes("How much, in pounds?", "24.00")
    sam.presses("Save")
    sam.goes_to(f"/money/spends/{Spend.objects.using('owner').get().id}/")
    sam.follows("Write what it came to") if sam.page.get_by_role("link", name="Write what it came to").count() else sam.presses("Write what it came to")
    sam.writes("What did it come to?", "22.50")
    sam.dates("When was it spent?", today())
    sam.presses("Save")
    sam.goes_to(f"/money/groups/{Group.objects.using('owner').get().id}/")
    sam.sees("£22.50 was spent on it")


def this_is_how_the_taster_was(sam: Walker) -> None:
    sam.goes_to(its_page(f"tasters/{Taster.objects.using('owner').get().id}/"))
    sam.follows("Say how it was")
    sam.writes("How many came?", "6")
    sam.writes("How many want more of it?", "5")
    sam.writes("What was said?", "“Again, but not before nine.”")
    sam.presses("Save")
    sam.sees("6 came. 5 want more of it.")
    sam.sees("It cost £22.50, £3.75 for each who came: what was spent on it.")


def it_starts_with_a_pack_in_their_own_name(sam: Walker, phone: Walker) -> None:
    comes_to(sam, "Started", days_ago(440))
    sam.sees("Its page on the noticeboard")
    sam.follows("Print the starter pack")
    sam.sees("Starter pack for Saturday fishing")
    both(sam, phone, its_page("pack/"), "starter-pack")
    pack = sam.page.context.request.get(sam.base + its_page("pack.pdf"))
    assert (pack.status, pack.headers["content-type"], pack.body()[:5]) == (200, "application/pdf", b"%PDF-")


def members_take_it_over(sam: Walker, phone: Walker) -> None:
    comes_to(sam, "Shared running", days_ago(400))
    sam.goes_to(its_page())
    sam.follows("Say who holds what")
    sam.dates("Since which day?", days_ago(400))
    for thing, who in (("The keys", "Olwen"), ("The tea", "Ade")):
        sam.page.get_by_role("group", name=thing).get_by_label("A member").check()
        sam.writes(f"Who? ({thing[0].lower()}{thing[1:]})", who)
    sam.page.get_by_role("group", name="The money").get_by_label("One of us").check()
    sam.presses("Save")
    comes_to(sam, "Self-managing", days_ago(370), "They asked us to stay away, kindly.")
    sam.sees("We stopped leading, and none of them holds")
    sam.follows("Say who holds what")
    sam.dates("Since which day?", days_ago(370))
    sam.page.get_by_role("group", name="The money").get_by_label("Another body").check()
    sam.writes("Who? (the money)", "Sailors’ Hall")
    sam.presses("Save")
    sam.sees_not("We stopped leading")
    both(sam, phone, its_page(), "group")
