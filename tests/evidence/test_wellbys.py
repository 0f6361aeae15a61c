"""WELLBYs stand beside a valuation on its page, in every version that is kept and in the paper, and are added to nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.test import Client
from django.urls import reverse

from alongside.outcomes.actions import answer_measure, offer_measure
from alongside.outcomes.answering import Given
from alongside.outcomes.measuring import text_of
from alongside.value.models import Version, Worked
from tests.building import as_, now, signed_in
from tests.evidence.conftest import Neighbourhood
from tests.evidence.reading import words_of
from tests.evidence.test_worth import MIDDLE, begun, put_in, set_

SPRING, AUTUMN = MIDDLE - timedelta(days=100), MIDDLE
THIRTY_SIX: Sequence[tuple[int, ...]] = [(4, 7)] * 18 + [(5, 5)] * 9 + [(6, 5)] * 9
"""What thirty-six people said first and again: 18 by three points better, nine the same, nine by one worse; the mean is 1.25."""
MORE = [(3,)] * 10
"""Ten who were asked once."""


def answered(around: Neighbourhood, told: Sequence[tuple[int, ...]]) -> None:
    """So many people with what each said, first in spring and again in autumn, of how satisfied they were."""
    with as_(around.manager):
        file = offer_measure(around.team.id, "ons4", text_of("ons4"), by=around.manager, at=now()).file
    for number, said in enumerate(told):
        person = around.introduced(SPRING, name=f"Carys Fenwick-Oduya {number}", level="level 2")
        with as_(around.coordinator):
            for on, points in zip((SPRING, AUTUMN), said, strict=False):
                answer_measure(person, file, [Given("satisfied", points)], way="together", on=on, by=around.coordinator, at=now())


def valued(around: Neighbourhood, told: Sequence[tuple[int, ...]]) -> tuple[Client, Worked]:
    answered(around, told)
    one = begun(around)
    put_in(around, one)
    set_(around, one, "proxy", "1000", "2000", "3000")
    return signed_in(around.manager), one


def test_the_page_tells_wellbys_beside_the_return_which_stays_what_it_was(around: Neighbourhood) -> None:
    client, one = valued(around, [*THIRTY_SIX, *MORE])
    page = words_of(client.get(reverse("evidence:valuation", args=[one.id])).content.decode())
    assert "£1.50 for each pound put in" in page
    assert "36 of 46; 10 were not, and nothing is known of their change" in page
    # 36 × 1.25 points, of which people said that half would have happened anyway and a quarter was others' doing; × £13,000.
    assert "+1.2 (+0.6 to +1.9)" in page
    assert "16.9 (5.4 to 36.7)" in page
    assert "£219,375, with everything at its worst £53,7" in page
    assert "HM Treasury, Wellbeing Guidance for Appraisal" in page
    assert "there is nothing to compare with" in page
    assert "It holds these once more: Better in their words" in page


def test_under_thirty_pairs_there_is_none_and_the_page_says_why(around: Neighbourhood) -> None:
    client, one = valued(around, [(4, 7)] * 9 + MORE)
    page = words_of(client.get(reverse("evidence:valuation", args=[one.id])).content.decode())
    assert "A mean change is not told of fewer than 30 pairs; there are 9. One person would make it." in page
    assert "What they are worth" not in page


def test_a_version_keeps_them_and_works_them_out_again_when_people_have_answered_otherwise(around: Neighbourhood) -> None:
    client, one = valued(around, [*THIRTY_SIX, *MORE])
    where = client.post(reverse("evidence:keep version", args=[one.id])).headers["Location"]
    answered(around, [(9, 1)] * 9)
    around.extract()
    page = words_of(client.get(where).content.decode())
    assert "16.9 (5.4 to 36.7)" in page
    assert "the same figures, every sum to the last digit" in page
    csv = client.get(where.rstrip("/") + ".csv").content.decode()
    assert '"WELLBYs, beside it and never added to it"' in csv
    assert client.get(reverse("evidence:valuation", args=[one.id])).content.decode().count("16.9 (5.4") == 0
    # A later version keeps its own for the manager; to whoever sees no exact numbers a year that has left stays as it left.
    later = client.post(reverse("evidence:keep version", args=[one.id])).headers["Location"]
    commissioner = signed_in(around.commissioner)
    first, second = (words_of(commissioner.get(each).content.decode()) for each in (where, later))
    assert "35 of 45; 10 were not" in first
    # 35 × 1.2 × 0.5 × 0.75 × £13,000, to the nearest thousand: all that is told follows from the mean to a tenth.
    assert "15.8 (" in first
    assert "£205,000" in first
    assert "35 of 45; 10 were not" in second
    assert "Carys" not in first + second


def test_where_a_few_were_worse_it_is_told_to_the_manager_alone(around: Neighbourhood) -> None:
    client, one = valued(around, [(4, 7)] * 33 + [(6, 2)] * 3)
    where = client.post(reverse("evidence:keep version", args=[one.id])).headers["Location"]
    assert "36 of 36" in words_of(client.get(where).content.decode())
    theirs = words_of(signed_in(around.commissioner).get(where).content.decode())
    assert "1 to 7 people could be read out of it" in theirs
    assert "36 of" not in theirs


def test_a_version_from_before_still_comes_out_and_says_that_it_has_none(around: Neighbourhood) -> None:
    client, one = valued(around, THIRTY_SIX)
    where = client.post(reverse("evidence:keep version", args=[one.id])).headers["Location"]
    with as_(around.manager):
        kept = Version.objects.get()
        before = {field.name: getattr(kept, field.name) for field in Version._meta.fields if field.name not in ("id", "beside", "number", "digest")}
        from alongside.value.sheet import read_sheet
        from alongside.value.telling import digest

        rows = [(tuple(pattern), people) for pattern, people in kept.rows]
        mark = digest(read_sheet(kept.sheet), rows, kept.extract_digest, kept.seed, kept.draws)
        old = Version.objects.create(**before, number=2, digest=mark)
    assert mark != kept.digest
    page = words_of(client.get(where.replace(str(kept.id), str(old.id))).content.decode())
    assert "This version was kept before WELLBYs stood beside a valuation." in page
    assert "the same figures, every sum to the last digit" in page


def test_the_committee_paper_tells_them_where_it_tells_what_it_was_worth(around: Neighbourhood) -> None:
    client, one = valued(around, [*THIRTY_SIX, *MORE])
    client.post(reverse("evidence:keep version", args=[one.id]))
    page = words_of(client.get(reverse("evidence:report", args=["value"]), {"team": str(around.team.id)}).content.decode())
    assert "Beside the return, and never added to it: life satisfaction changed by +1.2 (+0.6 to +1.9) of 10 points" in page
    assert "What the year was worth (1) 35 +1.2 (+0.6 to +1.9) 15.8 (" in page
