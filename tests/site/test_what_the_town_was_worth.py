"""The demo has a pound that anybody can open, and an extract that was given out."""

from __future__ import annotations

import pytest

from alongside.evidence.models import Extract, GivenOut
from alongside.value.models import Version
from tests.demo_world import a_demo


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), a_demo("demo_worth") as name:
        yield name


def test_last_years_worth_is_kept_and_every_assumption_of_it_says_where_it_comes_from(demo):
    kept = Version.objects.using("owner").get()
    sheet, told = kept.sheet, kept.told
    assumed = [(one["name"], part, each) for one in sheet["outcomes"] for part, each in one["parts"].items()]
    assert {"Better in their words", "Worse in their words"} <= {name for name, _part, _each in assumed}
    assert [(name, part) for name, part, each in assumed if not each["source"] or each["set by"] != "Colm Devaney"] == []
    assert float(told["low"]) < float(told["median"]) < float(told["high"])
    assert "Council core budget" in sheet["inputs"][0]["put in"]["source"]
    assert Extract.objects.using("owner").filter(digest=kept.extract_digest, payload__isnull=False).count() == 1


def test_an_extract_was_given_out_and_its_receipt_stands(demo):
    given = GivenOut.objects.using("owner").get()
    assert (given.given_to, given.together) == ("County evidence partnership, University of Brackenmouth", 10)
    assert "deleted after it" in given.purpose
    assert given.people > 40
