"""A link worker reads no word of local area coordination on any page, and a coordinator none of social prescribing."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from django.urls import Resolver404, resolve, reverse

from alongside.access.actions import name_to_partner
from alongside.connections.actions import connect
from alongside.evidence.actions import make_extract
from alongside.foundation.actor import Role
from alongside.foundation.words import Vocabulary
from alongside.journeys import actions as journeys
from alongside.journeys.rules import StepAsked
from alongside.outcomes.actions import tell_change
from alongside.people.actions import add_gift, add_to_circle
from alongside.people.models import Person
from alongside.web.actions import keep_draft
from alongside.web.vocabulary import all_sentences, all_words
from tests.building import a_seat, a_team, actor_of, an_actor, as_, days_ago, now, signed_in, somebody, staff, today
from tests.house.two_vocabularies import said_by_one_alone, strange_in

pytestmark = pytest.mark.django_db
LAC, SP = Vocabulary.LOCAL_AREA_COORDINATION, Vocabulary.SOCIAL_PRESCRIBING
OURS = ("desk:", "evidence:", "teams:")
NO_PAGE = {"evidence:figure as csv", "teams:theme", "teams:logo"}


def patterns_of(vocabulary):
    return said_by_one_alone(vocabulary, [word for among in all_words().values() for word in among.values()], all_sentences().values())


@pytest.fixture
def everybody_of():
    """A team in a vocabulary, with somebody in every seat of it at once, and a person of whom everything is known."""

    def settle(vocabulary):
        team = a_team(vocabulary=vocabulary)
        member = staff("Sam Holt")
        for role in Role:
            a_seat(member, role, team)
        sam, gp = actor_of(member), an_actor(Role.PARTNER, team, "Dr Amari")
        somebody(sam, "Ade Example")
        gwen = somebody(sam, "Gwen Example")
        by = {"by": sam, "at": now()}
        with as_(sam):
            person = Person.objects.get(id=gwen)
            journeys.set_level(person, "level 2", since=today(), **by)
            journeys.write_note(person, "She laughed.", on=days_ago(0), how="visit", **by)
            journeys.tell_good_life(person, "The allotment.", **by)
            journeys.agree(person, "We ring on Mondays.", agreed_on=today(), how_agreed="aloud", **by)
            journeys.add_step(person, StepAsked("Ring Ade", "themselves"), **by)
            journeys.add_step(person, StepAsked("Ask the library", "us", staff_id=sam.id), **by)
            journeys.plan_visit(person, on=today(), staff_id=sam.id, **by)
            connect(person, "Fernbrook allotments", kind="community", on=today(), **by)
            tell_change(person, "I see people now.", direction="better", noticed_on=today(), **by)
            add_gift(person, "Knows every bird.", **by)
            add_to_circle(person, name="Ade", relation="neighbour", **by)
            name_to_partner(person, gp.id, extract="She is well.", how_they_said_yes="aloud", until=today() + timedelta(days=9), **by)
            name_to_partner(person, sam.id, extract="She is well.", how_they_said_yes="aloud", until=today() + timedelta(days=9), **by)
            for form in ("introduction", "good life", "step", "rung"):
                keep_draft(form, gwen, {"words": "Half a thought"}, page="/", **by)
            make_extract(team.id, **by)
        return sam, gwen

    return settle


def shape_of(url):
    try:
        return resolve(urlsplit(url).path).view_name
    except Resolver404:
        return ""


def crawl(client, first):
    """Every page of the desk, the figures and the staff that can be reached by links, each shape of address twice."""
    waiting, seen, pages = list(first), set(), {}
    while waiting:
        url = waiting.pop(0)
        name = shape_of(url)
        if not name.startswith(OURS) or name in NO_PAGE or url in seen or sum(shape_of(one) == name for one in seen) > 1:
            continue
        seen.add(url)
        answer = client.get(url)
        # A PDF, a workbook or a file for Word is read by tests of its own.
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/"):
            pages[url] = answer.content.decode()
            waiting += [urljoin(url, unescape(link)).split("#")[0] for link in re.findall(r'href="([^"#]+)', pages[url])]
    return pages


def refusals(client, gwen):
    """Pages that say no, in the team's words."""
    parts = {f"on_{name}": value for name, value in (("day", today().day), ("month", today().month), ("year", today().year))}
    asked = {
        reverse("desk:introduce"): [{"who": "Ivy", "introduced_by": "housing office", **parts}, {}],
        reverse("desk:step", args=[gwen]): [{}],
        reverse("desk:connect", args=[gwen]): [{"to": "The library", "kind": "community", "on_day": 1, "on_month": 1, "on_year": 1990}, {}],
        reverse("desk:level", args=[gwen]): [{"level": "level 1", "since_day": 1, "since_month": 1, "since_year": 1990}],
    }
    return {f"{url} {number}": client.post(url, given).content.decode() for url, several in asked.items() for number, given in enumerate(several)}


EVERY_WAY = ("desk:today", "desk:people", "desk:unfinished", "desk:named to me", "desk:who looked", "evidence:locality", "teams:staff")


@pytest.mark.parametrize(("ours", "theirs"), [(SP, LAC), (LAC, SP)])
def test_no_page_says_a_word_of_the_other_vocabulary(ours, theirs, everybody_of):
    sam, gwen = everybody_of(ours)
    client, patterns = signed_in(sam), patterns_of(theirs)
    pages = crawl(client, [*map(reverse, EVERY_WAY), reverse("desk:who looked at", args=[gwen]), reverse("desk:introduced again", args=[gwen])])
    assert {name for name in map(shape_of, pages) if name.startswith(OURS)} >= REACHED
    pages |= refusals(client, gwen)
    assert {url: strange for url, page in pages.items() if (strange := strange_in(page, patterns))} == {}


REACHED = {f"desk:{name}" for name in ("person", "good life", "gifts", "circle", "change", "agreement", "step", "visit", "level", "paper", "introduce")} | {
    "desk:connect",
    "desk:climb",
    "desk:find",
    "desk:who looked at",
    "evidence:figure",
    "evidence:people",
    "teams:member",
    "teams:add staff",
}


@pytest.mark.parametrize(
    ("theirs", "planted"),
    [
        (LAC, "Somebody was introduced"),
        (LAC, "Who will walk alongside them?"),
        (LAC, "A good life for Gwen"),
        (LAC, "3 connections"),
        (LAC, "Level 2"),
        (LAC, "a coordinator"),
        (SP, "New referral"),
        (SP, "Who referred them?"),
        (SP, "their link worker"),
        (SP, "What matters to Gwen"),
    ],
)
def test_a_planted_word_of_the_other_vocabulary_is_found(theirs, planted):
    assert len(strange_in(f"<main><h1>{planted}</h1></main>", patterns_of(theirs))) >= 1
    assert len(strange_in(f'<main><a aria-label="{planted}">x</a></main>', patterns_of(theirs))) >= 1


def test_what_nobody_reads_is_not_looked_at():
    assert strange_in('<script>coordinator</script><a href="/people/1/connections/">there</a>', patterns_of(LAC)) == []


def test_the_terms_are_many_and_made_from_the_words():
    assert {r"\bintroduction\b", r"\bgifts\b", r"\bwalk\ alongside\b", r"\bshared\ agreement\b"} <= set(patterns_of(LAC))
    assert {r"\breferral\b", r"\boutcomes\b", r"\blink\ worker\b", r"\bpersonalised\ care\ and\ support\ plan\b"} <= set(patterns_of(SP))


def test_who_looked_is_told_in_words_and_not_as_it_is_stored(everybody_of):
    sam, gwen = everybody_of(SP)
    page = signed_in(sam).get(reverse("desk:who looked at", args=[gwen])).content.decode()
    assert ("told their good life" in page, "wrote down what matters to them" in page) == (False, True)
