"""What a funder reads: their own share, what a person alongside costs, and nothing of anybody else's."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.evidence.actions import make_extract
from alongside.evidence.periods import LAST_YEAR, named, year_named, year_of
from alongside.foundation.actor import Role
from alongside.money import actions
from alongside.money.models import FundingStream, Post
from alongside.money.paid import paid_by, pence_a_person, years_alongside
from alongside.money.posts import Stretch
from alongside.teams.models import Staff
from tests.building import a_team, an_actor, as_, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db


@pytest.fixture
def told():
    """A team, its manager, a commissioner who reads public health alone, and two posts: one paid by both streams, one by neither."""
    team = a_team()
    mo, marcia = an_actor(Role.MANAGER, team), an_actor(Role.COMMISSIONER, team)
    period = named(LAST_YEAR, on=today())
    with as_(mo):
        streams = {
            name: actions.add_stream(team.organisation, name, kind="grant", wants_to_hear=f"Who is less alone, for {name}", by=mo, at=now())
            for name in ("Health", "Seacrest Trust")
        }
        actions.choose_readers(streams["Health"], Staff.objects.filter(id=marcia.id), by=mo, at=now())
        post = actions.add_post(
            team.organisation, "Northside", kind="coordinator", locality=team.localities.get(), minutes_a_week=2220,
            over=Stretch(period.since, None), pay_pence=3_000_000, on_costs_pence=1_000_000, by=mo, at=now(),
        )  # fmt: skip
        for name, parts in (("Health", 2_500), ("Seacrest Trust", 5_000)):
            actions.give_share(post, streams[name], parts=parts, over=Stretch(period.since, None), by=mo, at=now())
    return team, mo, marcia, streams, period


def test_a_commissioner_reads_their_own_stream_and_no_other(told):
    _team, _mo, marcia, streams, _period = told
    browser = signed_in(marcia)
    listed = browser.get(reverse("evidence:streams paid")).content.decode()
    own = browser.get(reverse("evidence:stream paid", args=[streams["Health"].id])).content.decode()
    assert ("Health" in listed, "Seacrest" in listed + own) == (True, False)
    assert "£10,000" in own
    assert "£40,000" in own
    assert "£20,000" not in own
    assert "Who is less alone, for Health" in own
    assert browser.get(reverse("evidence:stream paid", args=[streams["Seacrest Trust"].id])).status_code == 404
    assert browser.get(reverse("money:posts")).status_code == 403


def test_a_commissioner_who_is_chosen_no_longer_reads_no_longer(told):
    _team, mo, marcia, streams, _period = told
    with as_(mo):
        actions.choose_readers(streams["Health"], Staff.objects.none(), by=mo, at=now())
    assert signed_in(marcia).get(reverse("evidence:stream paid", args=[streams["Health"].id])).status_code == 404


def test_what_a_person_costs_is_made_of_its_own_posts_and_of_counts_alone(told):
    team, _mo, _marcia, streams, period = told
    there = [team.localities.get().id]
    over = Stretch(period.since, period.until)
    paid = paid_by(FundingStream.objects.get(id=streams["Health"].id), over)
    assert [(one.pence, one.whole_pence, one.post_years * 4) for one in paid] == [(1_000_000, 4_000_000, 1)]
    # One post, 50 people: 40,000 over 50; two posts between them: each walks with 25.
    assert [pence_a_person(paid, there, years, 50) for years in (1, 2)] == [80_000, 160_000]
    assert [pence_a_person(paid, there, 1, 0), pence_a_person(paid, [], 1, 50), pence_a_person(paid, there, 0, 50)] == [None] * 3


def test_what_a_person_costs_is_told_of_link_officers_as_of_coordinators_and_of_nobody_else(told):
    team, mo, _marcia, streams, period = told
    over, localities = Stretch(period.since, period.until), [team.localities.get().id]
    stream = FundingStream.objects.get(id=streams["Health"].id)
    for kind, each in (("link officer", 80_000), ("support officer", None), ("coordinator", 80_000)):
        with as_(mo):
            Post.objects.filter(organisation=stream.organisation).update(kind=kind)
        assert pence_a_person(paid_by(stream, over), localities, years_alongside(stream, localities, over), 50) == each


def test_only_commissioners_of_the_organisation_are_chosen(told):
    _team, mo, _marcia, streams, _period = told
    stranger = an_actor(Role.COMMISSIONER)
    url = reverse("money:put stream right", args=[streams["Health"].id])
    answer = signed_in(mo).post(url, {"name": "Health", "kind": "grant", "wants_to_hear": "", "readers": [str(stranger.id)]})
    assert answer.status_code == 422


def test_a_funder_opens_the_year_before_the_last_from_the_page_of_their_own_stream(told):
    team, mo, marcia, streams, period = told
    before = year_of(period.since - timedelta(days=200))
    somebody(an_actor(Role.COORDINATOR, team), on=before.since + timedelta(days=40))
    with as_(mo):
        make_extract(team.id, by=mo, at=now())
    browser, page = signed_in(marcia), reverse("evidence:stream paid", args=[streams["Health"].id])
    link = f"period={year_named(before.since.year)}"
    assert link in browser.get(page).content.decode()
    told_of_it = browser.get(f"{page}?team={team.id}&{link}").content.decode()
    assert f"1 April {before.since.year} to 31 March {before.since.year + 1}" in told_of_it
    assert "It paid for no post in these days." in told_of_it
    assert "£10,000" not in told_of_it
