"""Every page answers everybody as declared, shows nobody what is not theirs, leaves a trace before it shows, and changes nothing when it refuses."""

from __future__ import annotations

from collections import Counter

from tests.trust import declarations, judging, routes
from tests.trust.planted import DECLARED
from tests.trust.world import COLLEAGUE, GOVERNANCE, PARTNER, THEMSELVES, WALKER

SHOWN_NOWHERE = {
    "connections_meetkey.key": "read by the matching of neighbours alone",
    "connections_meetkey.said": "read by the matching of neighbours alone",
    "connections_maymeet.about": "shown once two are matched",
    **dict.fromkeys(
        (
            *(f"meetings_listed.{name}" for name in ("matters", "extract", "asks", "how_they_agreed")),
            *(f"meetings_brought.{name}" for name in ("why", "asks")),
            *(f"meetings_discussed.{name}" for name in ("situation", "so_far", "update")),
            *(f"meetings_agreed.{name}" for name in ("words", "because_of")),
            "meetings_toldback.words",
        ),
        "shown on the day of a meeting, to which no page leads here: tests/meetings",
    ),
    **dict.fromkeys(
        (
            "outcomes_answer.concern",
            "outcomes_answer.words",
            *(f"outcomes_story.{name}" for name in ("how_they_said_yes", "how_withdrawn", "judged", "printed_where")),
        ),
        "shown once a team asks that measure, or a story was agreed to or printed: tests/desk",
    ),
    "people_matchkey.key": "read by the duplicate check alone",
    "mine_link.reference": "it stands in an address, signed, and in pieces of four",
    "people_whereabouts.latitude": "a map shows an area around a rounded point, never a door",
    "people_whereabouts.longitude": "a map shows an area around a rounded point, never a door",
}
"""Personal fields that no page shows, each with why."""


def test_every_page_is_declared():
    declared = set(declarations.read())
    there = {route.name for route in routes.every()}
    assert (sorted(there - declared), sorted(declared - there)) == ([], [])


def test_everybody_gets_the_declared_answer(walked, tells):
    visits = walked.house.visits
    asked, kinds = Counter(visit.expected or "(compared, not declared)" for visit in visits), Counter(visit.kind for visit in visits if visit.status == 200)
    tells(f"trust: {len(visits):,} requests to {len({visit.route for visit in visits})} pages by {len({visit.standing for visit in visits})} standings")
    tells(f"trust, answers: {dict(asked)}; kinds shown: {dict(kinds)}")
    tells(f"trust, words planted: {len(walked.house.world.garden.seeds)}, found in answers: {sum(len(visit.seeds) for visit in visits):,}")
    assert judging.wrong_answers(visits) == []


def test_nothing_breaks(walked):
    assert judging.broken(walked.house.visits) == []


def test_nobody_gets_a_word_that_is_not_theirs(walked):
    assert judging.leaks(walked.house.world, walked.house.visits) == []


def fields(seeds):
    """Where these words were planted."""
    return {f"{seed.table}.{seed.field}" for seed in seeds}


def test_a_team_finds_all_of_a_record_it_may_see(walked):
    world, team = walked.house.world, (WALKER, COLLEAGUE)
    seen = {seed for visit in walked.house.visits if visit.standing.name in team for seed in visit.seeds if seed.person == world.gwen}
    standings = [standing for standing in world.standings() if standing.name in team]
    allowed = {seed for seed in world.garden.seeds for standing in standings if seed.person == world.gwen and world.may_have(standing, seed)}
    assert sorted(fields(allowed) - fields(seen) - set(SHOWN_NOWHERE)) == []


def test_protected_whereabouts_are_shown_to_those_listed_and_to_nobody_else(walked):
    iris = walked.house.world.iris
    seen = {
        (visit.standing.staff, seed.field) for visit in walked.house.visits for seed in visit.seeds if (seed.person, seed.table) == (iris, "people_whereabouts")
    }
    listed = walked.house.world.staff[COLLEAGUE].id
    assert seen == {(listed, field) for field in ("address", "postcode", "phone", "email", "usual_places")}


def test_nothing_is_listed_as_shown_nowhere_that_is_shown(walked):
    seen = {f"{seed.table}.{seed.field}" for visit in walked.house.visits for seed in visit.seeds}
    assert sorted(seen & set(SHOWN_NOWHERE)) == []


def test_a_partner_finds_whoever_was_named_to_them_and_the_agreed_words(walked):
    seen = {(seed.person, seed.table) for visit in walked.house.visits if visit.standing.name == PARTNER for seed in visit.seeds}
    assert seen == {(walked.house.world.gwen, "people_person"), (walked.house.world.gwen, "access_naming")}


def test_the_information_governance_lead_finds_names_and_what_was_asked_of_us_and_no_notes(walked):
    seen = {seed.table for visit in walked.house.visits if visit.standing.name == GOVERNANCE for seed in visit.seeds}
    assert seen == {"people_person", "access_asked"}


def test_they_themselves_find_their_name_and_their_own_copy_and_nothing_of_the_record(walked):
    seen = {seed.table for visit in walked.house.visits if visit.standing.name == THEMSELVES for seed in visit.seeds}
    assert seen == {
        "people_person", "mine_line", "mine_easyline", "mine_theirwords", "mine_notright", "mine_unfinished", "pictures_theirpicture",
    }  # fmt: skip


def test_papers_and_photographs_are_read_too(walked, tells):
    """Without it the two rules above would say nothing of what is printed or shown as a picture."""
    found = {kind: sum(1 for visit in walked.house.visits if visit.kind == kind and visit.seeds) for kind in ("application/pdf", "image/jpeg")}
    tells(f"trust, answers in which planted words were read: {found}")
    assert all(found.values())


def test_every_look_is_in_the_trail_before_it_is_shown(walked):
    assert judging.untraced(walked.house.visits) == []


def test_nothing_is_shown_when_the_trail_cannot_be_written(walked):
    assert len(walked.mute) > 10
    assert [f"{visit} shows {len(visit.seeds)} words" for visit in walked.mute if visit.status != 500 or visit.seeds] == []


def test_no_cache_keeps_anybodys_words(walked):
    assert judging.kept_by_caches(walked.house.visits) == []


def test_every_answer_carries_what_guards_it_in_a_browser(walked):
    visits = [*walked.house.visits, *walked.mute, *walked.forged, *walked.with_a_file]
    assert {200, 302, 303, 401, 403, 404, 405, 422, 500} <= {visit.status for visit in visits}
    assert judging.unguarded(visits) == []


TAKE_A_FILE = {
    "exchange:moving in": "a spreadsheet is brought; its own tests say what becomes of what is none",
    "exchange:files": "a sheet or a package of entries is brought (tests/exchange)",
    "money:grants": "grants are brought (tests/money)",
    "desk:team measures": "a file of questions is brought (tests/desk/test_measures.py)",
    "exchange:many meetings": "a table of meetings is brought (tests/exchange)",
    "exchange:uses": "a practice's table is brought (tests/exchange)",
    **dict.fromkeys(("desk:came to", "desk:add receipt"), "a receipt is brought, and drawn anew (tests/money)"),
} | dict.fromkeys(
    ("pictures:photographs", "pictures:pictures", "pictures:the set", "mine:my pictures"), "a picture is brought, and drawn anew (tests/pictures)"
)
"""Pages that take a file, each with why."""


def test_no_form_is_taken_with_a_file_and_every_word_comes_back(walked):
    assert len(walked.with_a_file) > 40
    assert [str(visit) for visit in walked.with_a_file if visit.status != 422 or visit.changed] == []
    given_back = ("Files cannot be taken here.", "Tea before the file", "and cake after it")
    elsewhere = [visit for visit in walked.with_a_file if visit.route not in TAKE_A_FILE]
    assert [str(visit) for visit in elsewhere if not all(words in visit.text for words in given_back)] == []
    assert [str(visit) for visit in walked.with_a_file if "written in the file" in visit.text] == []


def test_no_form_is_taken_without_its_token(walked):
    assert len(walked.forged) > 30
    assert [str(visit) for visit in walked.forged if visit.status != 403 or visit.changed] == []


def test_a_refused_request_changes_nothing(walked):
    refused = [visit for visit in walked.house.visits if visit.status >= 400]
    assert len(refused) > 500
    assert judging.changed_though_refused(refused) == []


WORKED_OUT_BY_READING = {"exchange:dry run": "what a sheet would become is kept, and worked out anew where the people here, the day or the mapping are others"}
"""Pages that keep what they work out, each with why: nothing else may change by reading."""


def test_reading_changes_nothing(walked):
    assert judging.changed_by_reading([visit for visit in walked.house.visits if visit.route not in WORKED_OUT_BY_READING]) == []
    kept = {table for visit in walked.house.visits if visit.route in WORKED_OUT_BY_READING and visit.method == "GET" for table in visit.changed}
    assert kept <= {"exchange_movingin", "exchange_plannedpage"}


def test_no_word_of_anybody_is_in_the_logs(walked):
    assert [f"{seed.table}.{seed.field}" for seed in walked.house.finder.find(walked.logs)] == []
    assert "ValueError" in walked.logs


# --- A test that finds nothing must be shown something to find: every planted hole is found, by the rule that is there for it. They stand in one file with the
#     others, for several processes share tests out by the file, and the walk takes four minutes.


def routes_of(faults: list[str]) -> set[str]:
    """The planted pages that these faults are about."""
    return {name for name in DECLARED for fault in faults if f" {name} " in fault}


def test_a_page_that_nobody_declared_is_found():
    there = {route.name for route in routes.every("tests.trust.planted")}
    assert there - set(declarations.read()) == set(DECLARED)


KINDS = {"text/csv", "application/json", "application/pdf", "image/jpeg"}


def test_a_leak_is_found_in_a_file_on_paper_in_a_photograph_and_behind_a_link(walked):
    found = judging.leaks(walked.house.world, walked.holes.visits)
    assert routes_of(found) == {"planted:leaks a file", "planted:leaks on paper", "planted:leaks behind a picture", "planted:leaks by a link"}
    assert {kind for kind in KINDS for fault in found if kind in fault} == KINDS


def test_a_look_without_a_trace_is_found(walked):
    assert "planted:leaves no trace" in routes_of(judging.untraced(walked.holes.visits))


def test_a_row_of_another_under_somebodys_name_is_found(walked):
    assert "planted:shows a sibling" in routes_of(judging.wrong_answers(walked.holes.visits))
    assert "planted:shows a sibling" in routes_of(judging.untraced(walked.holes.visits))


def test_a_page_that_caches_may_keep_is_found(walked):
    assert routes_of(judging.kept_by_caches(walked.holes.visits)) == {"planted:may be kept"}


def test_a_door_that_stands_open_is_found(walked):
    assert "planted:open to too many" in routes_of(judging.wrong_answers(walked.holes.visits))


def test_a_write_before_a_refusal_is_found(walked):
    assert routes_of(judging.changed_though_refused(walked.holes.visits)) == {"planted:writes then refuses"}


def test_a_read_that_changes_something_is_found(walked):
    assert routes_of(judging.changed_by_reading(walked.holes.visits)) == {"planted:changes by reading"}


def test_a_page_that_takes_its_policy_off_is_found(walked):
    assert routes_of(judging.unguarded(walked.holes.visits)) == {"planted:open to scripts"}


def test_a_page_that_breaks_is_found(walked):
    assert any("/planted/breaks/" in fault for fault in judging.broken(walked.holes.visits))
