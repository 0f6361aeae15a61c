"""Who does a step, of which kind a connection is, and who of a long sheet is whom."""

from __future__ import annotations

from itertools import product

from tests.exchange.test_understanding import understood

STEPS = "name: Ours\nfields: {name: Name, level: {constant: level 2}, steps: To do, connections: Linked to}"


def test_who_does_a_step_is_asked_once_where_no_column_says_it() -> None:
    text = "Name,To do,Linked to\nAnn Lee,ring the GP,choir\nBo Fry,fill in a form,"
    found = understood(text, STEPS)
    assert [(step.words, step.who) for step in found.people[0].steps] == [("ring the GP", "themselves")]
    assert {(doubt.key, doubt.cells) for doubt in found.doubts} == {("!To do:steps_by", 2), ("!Linked to:connections_kind", 1)}
    settled = understood(text, STEPS, {"!To do:steps_by": "us", "!Linked to:connections_kind": "natural"})
    assert [step.who for person in settled.people for step in person.steps] == ["us", "us"]
    assert [made.kind for made in settled.people[0].connections] == ["natural"]


def test_who_does_a_step_is_read_from_its_column_and_a_word_that_is_not_known_is_a_doubt() -> None:
    mapping = STEPS.replace("To do,", "To do, steps_by: {from: Who, words: {me: us}}, connections_kind: {constant: service},")
    found = understood("Name,To do,Who,Linked to\nAnn Lee,ring the GP,ME,choir\nBo Fry,fill in a form,the cat,", mapping)
    assert [(step.who, made.kind) for person in found.people for step in person.steps for made in person.connections] == [("us", "service")]
    assert [doubt.key for doubt in found.doubts] == ["!Who:steps_by the cat"]


def test_names_spelt_otherwise_are_found_in_a_long_sheet_too() -> None:
    strangers = [
        f"{first} {last}{end},01632 9{at:05}"
        for at, (first, last, end) in enumerate(
            product(("Ann", "Bo", "Cy", "Dee"), ("Ash", "Beck", "Cald", "Dun", "Elm"), ("ley", "ton", "worth", "den", "ford", "by", "ham", "wick"))
        )
    ]
    text = "\n".join(["Name,Tel", *strangers * 4, "Maureen Tolley,01632 960001", "Maurene Tolley,01632 960001"])
    assert [doubt.text for doubt in understood(text, settled={}).doubts if doubt.key.endswith(":alike")] == ["Maurene Tolley"]
