"""What the main story looks like from the other seats: who sees how much of it."""

from __future__ import annotations

from datetime import timedelta

from playwright.sync_api import expect

from tests.building import today
from tests.stories.trafford import POSTCODE
from tests.stories.walker import Walker


def then_the_manager_sees_it_counted(mo: Walker) -> None:
    mo.goes_to("/figures/")
    mo.sees("No figures have been made for this team yet.")
    mo.presses("Make the figures")
    # Thirty-five days ago may be another financial year.
    mo.goes_to("/figures/?period=all")
    mo.keeps_a_picture("sale-figures")
    assert mo.counts("Introductions by source") == {"Housing": "1", "Total": "1"}
    assert mo.counts("People by level") == {"Level 2": "1", "Total": "1"}
    assert mo.counts("Connections by kind") == {"Community": "1", "Total": "1"}
    assert mo.counts("Changes in people's lives") == {"Better": "1", "Worse": "1", "Total": "2"}
    mo.sees("= 1: each is counted once.")
    mo.follows("How this is counted", among="[aria-labelledby~=introductions]")
    mo.sees("Counted when")
    mo.follows("1: who is behind “Housing”")
    mo.sees("1 person is behind this figure.")
    mo.sees("Gwen Prys-Marlow")


def then_a_colleague_elsewhere_sees_nothing(noor: Walker, her_page: str) -> None:
    answer = noor.page.goto(noor.base + her_page)
    assert answer is not None
    assert answer.status == 404
    noor.sees_not("Gwen")


def then_the_partner_sees_nothing_until_she_is_named(abiola: Walker, sam: Walker, her_page: str) -> None:
    abiola.goes_to("/named-to-me/")
    abiola.sees("Nobody is named to you")
    sam.goes_to(f"{her_page}partners/")
    sam.picks("To whom?", "Dr Abiola Reed")
    sam.writes("What may they know?", "She would like company on Thursdays.")
    sam.chooses("A partner")
    sam.chooses("Aloud")
    sam.writes("In their own words, if they said more", "over tea")
    sam.dates("The last day on which they may know it", today() + timedelta(days=30))
    sam.presses("Save")
    abiola.goes_to("/named-to-me/")
    abiola.sees("She would like company on Thursdays.")
    abiola.sees_not("soil")


def then_the_information_governance_lead_sees_who_looked(ines: Walker, her_page: str) -> None:
    ines.goes_to("/who-looked/")
    ines.writes("Find somebody by name", "Prys")
    ines.presses("Find")
    ines.follows("Gwen Prys-Marlow")
    ines.sees("walks alongside")
    ines.sees_not("allotment")
    ines.keeps_a_picture("sale-who-looked")


def then_anybody_can_search_the_noticeboard(visitor: Walker) -> None:
    visitor.goes_to("/around/")
    visitor.writes("What are you looking for?", "a library")
    visitor.writes("Near where?", POSTCODE)
    visitor.presses("Look around")
    expect(visitor.page.locator(".find").first).to_contain_text("Sale Library")
    for hers in ("Gwen", "Prys-Marlow", "Ade next door", "graft apple trees"):
        visitor.goes_to("/around/")
        visitor.writes("What are you looking for?", hers)
        visitor.presses("Look around")
        assert [name for name in visitor.page.locator(".find").all_inner_texts() if "Gwen" in name or "Prys" in name or "Ade" in name] == []
