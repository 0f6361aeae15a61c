"""Measures: the same words each time, no sum that nobody defined, and never a score with an answer missing."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.foundation.refusals import Refused
from alongside.outcomes.measuring import Measure, changes, checked, read_measure, scored, shipped

OURS = """
name: How the garden is doing
short: garden
about: Two questions of our own.
source: Nobody but us
licence: Apache-2.0
better: more
from: 0
to: 4
items:
  beans: {asks: "How are the beans?"}
  weeds: {asks: "How are the weeds?", better: less, bands: {few: [0, 1], many: [2, 4]}}
"""


def values(measure: Measure, **answers: int) -> dict[str, Decimal | None]:
    return {one.key: one.value for one in scored(measure, {name.replace("_", " "): given for name, given in answers.items()})}


@pytest.mark.parametrize(
    ("answer", "called"), [(0, "low"), (4, "low"), (5, "medium"), (6, "medium"), (7, "high"), (8, "high"), (9, "very high"), (10, "very high")]
)
@pytest.mark.parametrize("item", ["satisfied", "worthwhile", "happy"])
def test_ons4_calls_an_answer_what_the_ons_calls_it(item: str, answer: int, called: str) -> None:
    assert shipped()["ons4"].item(item).band(answer) == called


@pytest.mark.parametrize(
    ("answer", "called"), [(0, "very low"), (1, "very low"), (2, "low"), (3, "low"), (4, "medium"), (5, "medium"), (6, "high"), (10, "high")]
)
def test_being_anxious_has_bands_of_its_own(answer: int, called: str) -> None:
    assert shipped()["ons4"].item("anxious").band(answer) == called


def test_ons4_has_four_answers_and_no_sum() -> None:
    assert shipped()["ons4"].scores == ()
    assert values(shipped()["ons4"], satisfied=7, anxious=2) == {"satisfied": 7, "worthwhile": None, "happy": None, "anxious": 2}


def test_less_anxious_is_better_and_less_happy_is_worse() -> None:
    found = changes(shipped()["ons4"], {"happy": 6, "anxious": 6, "satisfied": 5}, {"happy": 4, "anxious": 2, "satisfied": 5})

    assert {one.key: (one.by, one.towards) for one in found} == {"satisfied": (0, 0), "happy": (-2, -1), "anxious": (-4, 1)}


def test_the_personal_wellbeing_score_adds_four_answers() -> None:
    assert values(shipped()["personal-wellbeing"], satisfied=3, worthwhile=2, happy=1, calm=0)["all four"] == 6


def test_loneliness_adds_three_and_keeps_the_direct_question_apart() -> None:
    found = values(shipped()["loneliness"], companionship=3, left_out=2, isolated=3, lonely=5)

    assert (found["three together"], found["lonely"]) == (8, 5)


def test_often_is_three_of_three_and_no_fourth_answer_is_taken() -> None:
    assert shipped()["loneliness"].item("isolated").answers == {1: "hardly ever or never", 2: "some of the time", 3: "often"}
    with pytest.raises(Refused) as refused:
        checked(shipped()["loneliness"], {"isolated": 4})
    assert refused.value.sentence == "“How often do you feel isolated from others?” is answered by a whole number from 1 to 3; 4 is none."


@pytest.mark.parametrize(("each", "metric"), [(1, "7.00"), (2, "12.40"), (3, "19.98"), (4, "28.13"), (5, "35.00")])
def test_swemwbs_is_read_from_its_table(each: int, metric: str) -> None:
    measure = shipped()["swemwbs"]
    # 2 each is a sum of 14, 3 each of 21, 4 each of 28: the table is not a straight line.
    expected = {7: "7.00", 14: "15.32", 21: "19.25", 28: "25.03", 35: "35.00"}[7 * each]

    assert scored(measure, dict.fromkeys((item.key for item in measure.items), each))[-1].value == Decimal(expected)
    assert Decimal(metric) in measure.scores[0].table.values()


@pytest.mark.parametrize("key", ["swemwbs", "mycaw", "outcomes-star"])
def test_what_others_own_is_shipped_without_its_words_and_asks_for_a_licence(key: str) -> None:
    measure = shipped()[key]

    assert measure.needs_reference
    assert measure.line
    assert {item.asks for item in measure.items} == {""}


def test_the_seven_areas_are_never_added_up() -> None:
    assert len(shipped()["seven-areas"].items) == 7
    assert shipped()["seven-areas"].scores == ()
    assert shipped()["seven-areas"].own_words


@pytest.mark.parametrize("key", sorted(shipped()))
def test_every_measure_says_where_it_is_from_and_who_may_use_it(key: str) -> None:
    measure = shipped()[key]

    assert measure.source
    assert measure.licence


@given(st.sampled_from(sorted(shipped())), st.data())
def test_a_score_is_there_exactly_where_every_answer_is(key: str, data: st.DataObject) -> None:
    measure = shipped()[key]
    answers = {item.key: data.draw(st.integers(item.least, item.most)) for item in measure.items if data.draw(st.booleans())}
    found = {one.key: one.value for one in scored(measure, answers)}

    for item in measure.items:
        assert found[item.key] == answers.get(item.key)
    for score in measure.scores:
        assert (found[score.key] is None) == any(part not in answers for part in score.adds)


@given(st.sampled_from(sorted(shipped())), st.data())
def test_a_change_turned_round_is_as_much_worse_as_it_was_better(key: str, data: st.DataObject) -> None:
    measure = shipped()[key]
    days = [{item.key: data.draw(st.integers(item.least, item.most)) for item in measure.items} for _ in range(2)]
    there, back = changes(measure, *days), changes(measure, *reversed(days))

    assert [one.towards for one in there] == [-one.towards for one in back]
    assert [one.by for one in changes(measure, days[0], days[0])] == [0] * (len(measure.items) + len(measure.scores))


@pytest.mark.parametrize(
    ("instead", "of", "said"),
    [
        ("", "licence: Apache-2.0\n", "garden does not say its licence. Add a line such as licence: …."),
        ("from: ten", "from: 0", "garden: “items”, “beans” has to be a whole number from -1000 to 1000; “ten” is none."),
        ("from: 9", "from: 0", "garden: “items”, “beans” has to say its answers, or from and to, the least first."),
        ("better: up", "better: more", "garden: better, in “items”, “beans”, is “more” or “less”."),
        ("few: [0, 2]", "few: [0, 1]", "garden: the bands of “items”, “weeds” have to lie within its answers, the least first, and none over another."),
        ("many: [2, 5]", "many: [2, 4]", "garden: the bands of “items”, “weeds” have to lie within its answers, the least first, and none over another."),
        ("asked: ", "asks: ", "garden: “items”, “beans” cannot say “asked”."),
        ("needs_reference: maybe\nfrom: 0", "from: 0", "garden: needs_reference is “yes”, or is left out."),
        ("items: {}\nabove:", "items:", "garden: the file cannot say “above”."),
    ],
)
def test_a_file_that_cannot_be_read_says_what_to_mend(instead: str, of: str, said: str) -> None:
    assert of in OURS
    with pytest.raises(Refused) as refused:
        read_measure(OURS.replace(of, instead, 1), "garden")
    assert refused.value.sentence.startswith(said)


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ("{all: {adds: [beans, peas], better: more}}", "garden: the score “scores”, “all” adds up “peas”, which is none of its questions."),
        ("{all: {adds: [], better: more}}", "garden: the score “scores”, “all” adds up “”, which is none of its questions."),
        ("{all: {adds: [beans], better: more, table: {0: 0, 1: 1.5, 3: 3, 4: 4}}}", "garden: the table of “scores”, “all” has no line for a sum of 2."),
        ("{all: {adds: [beans], better: more, table: {0: none}}}", "garden: “scores”, “all” has to be a whole number from -1000 to 1000; “none” is none."),
    ],
)
def test_a_score_adds_up_only_what_is_asked(scores: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        read_measure(f"{OURS}scores: {scores}\n", "garden")
    assert refused.value.sentence == said


def test_two_answers_with_one_number_are_refused() -> None:
    with pytest.raises(Refused) as refused:
        read_measure(OURS.replace("from: 0\nto: 4\n", "answers: {few: 1, many: 01}\n"), "garden")
    assert refused.value.sentence == "garden: two answers of “items”, “beans” have the same number."


@given(st.text(max_size=200))
def test_whatever_stands_in_a_file_it_is_read_or_refused(text: str) -> None:
    with suppress(Refused):
        assert read_measure(text, "garden").items


@pytest.mark.parametrize(("wrong", "said"), [("important: {joy: 3}", "name one of its questions or scores"), ("important: {happy: 0}", "a change above 0")])
def test_a_least_change_that_matters_is_of_a_question_and_above_nought(wrong: str, said: str) -> None:
    text = "name: A\nshort: A\nabout: A\nsource: A\nlicence: A\nbetter: more\nfrom: 0\nto: 9\nimportant_source: A\nitems: {happy: {asks: Happy}}\n"
    with pytest.raises(Refused, match=said):
        read_measure(f"{text}{wrong}\n", "a")
    with pytest.raises(Refused, match="does not say its important_source"):
        read_measure(f"{text.replace('important_source: A', 'line: A')}important: {{happy: 2}}\n", "a")
    assert read_measure(f"{text}important: {{happy: 2}}\n", "a").important == {"happy": 2}
