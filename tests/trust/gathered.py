"""A group with all that is said of it, its money, a paid post, and what is missing: what pages of groups, money and gaps open, in any small world."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from alongside.directory.actions import keep_gap
from alongside.directory.gaps.said import Said
from alongside.feedback import actions as feedback
from alongside.feedback.actions import Whom
from alongside.feedback.links import address_of as how_it_was
from alongside.feedback.models import Words
from alongside.feedback.rules import Said as OfUs
from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.gaps import actions as gaps
from alongside.gaps.models import Together
from alongside.gaps.rules import Said as OfBarrier
from alongside.groups import actions as groups
from alongside.groups.actions.gatherings import SessionSaid
from alongside.groups.actions.life import Described
from alongside.groups.actions.sharing import Holder
from alongside.groups.actions.tasters import Planned
from alongside.groups.links import address_of
from alongside.groups.models import Step
from alongside.groups.words import PACK, THINGS
from alongside.money import actions as money
from alongside.money.models import Movement
from alongside.money.posts import Stretch, financial_year
from alongside.notices import actions as notices
from alongside.notices.actions import Sending
from alongside.teams.models import Staff, Team
from tests.building import as_, days_ago, now, today

from .planting import a_photograph


class Gathered:
    """`leaned_upon`: rows for whoever plants people; `named`: keys by which addresses are filled in."""

    def __init__(self, team: Team, *, spender: Actor, manager: Actor) -> None:
        self.team, self.spender, self.manager = team, spender, manager
        self.leaned_upon: dict[str, Any] = {}
        self.named: dict[str, Any] = {"pack page": PACK[0].stored}
        with as_(spender):
            self._a_group()
            self._said_of_us()
            self._missing()
        self._money()
        with as_(manager):
            self._posts()

    def _a_group(self) -> None:
        said: dict[str, Any] = {"by": self.spender, "at": now()}
        where = self.team.localities.all()[0]
        group = groups.hear(Described("Wednesday anglers", locality_id=where.id), "Somewhere to fish", on=days_ago(90), **said)
        for stage, days in (("mapped", 80), ("started", 60), ("shared", 20)):
            groups.step(group, stage, "Said on the quay", on=days_ago(days), **said)
        taster = groups.plan_taster(group, Planned(days_ago(70), "The quay", told=("letter", "telephone")), **said)
        groups.hand_on(group, {thing.stored: Holder("us", "") for thing in THINGS}, on=days_ago(60), **said)
        session = groups.keep_session(group, SessionSaid(on=days_ago(7), led_by="us", came=9, new=2, helpers=1, needed="A kettle."), told_us="there", **said)
        link = groups.make_register_link(group, to="Whoever leads it", until=today() + timedelta(days=30), **said)
        notice = notices.post(Sending("register link", way="e-mail", to="jo@example.org", link="https://example.org/"), team_id=self.team.id, **said)
        self.group = group
        self.leaned_upon |= {"groups.Group": group, "groups.Taster": taster, "groups.Gathering": session}
        self.named |= {"group": group.id, "taster": taster.id, "session": session.id, "register link": link.id, "register": address_of(link.reference)}
        letter = notices.post(Sending("register link", way="letter", to="Jo\nThe quay", link="https://example.org/"), team_id=self.team.id, **said)
        self.named |= {"notice": notice.id, "letter": letter.id}
        self.named["last step"] = Step.objects.filter(group=group).order_by("-number")[0].id

    def _said_of_us(self) -> None:
        said: dict[str, Any] = {"by": self.spender, "at": now()}
        asked = feedback.ask(self.team.id, Whom("people", 400, today() + timedelta(days=30)), **said)
        feedback.type_in(asked, "aloud", OfUs({"stars": "4"}, "You came when you said you would."), **said)
        words = Words.objects.get()
        self.named |= {"people we ask": "people", "asked how it was": asked.id, "how it was": how_it_was(asked.reference), "words to us": words.id}

    def _missing(self) -> None:
        said: dict[str, Any] = {"by": self.spender, "at": now()}
        wishes = [keep_gap(Said(words), **said) for words in ("A choir by day", "Singing in the morning", "A bus on Sundays")]
        missing = gaps.grow_together(wishes[:2], name="Singing by day", **said)
        row = Together.objects.filter(bundle=missing)[0]
        idea = gaps.begin_a_group(missing, **said)
        barrier = gaps.raise_barrier(gaps.grow_together(wishes[2:], alone=True, **said), "transport", "No bus on Sundays.", **said)
        step = gaps.say_of_barrier(barrier, OfBarrier("owned", today(), owner="The bus company", by_when=today() + timedelta(days=30)), **said)
        self.named |= {"missing": missing.id, "wish in it": row.id, "idea": idea.id, "barrier": barrier.id, "barrier step": step.id}

    def _money(self) -> None:
        year = financial_year(today())
        manages: dict[str, Any] = {"by": self.manager, "at": now()}
        with as_(self.manager):
            budget = money.add_budget(self.team, year, pence=500_000, **manages)
            other = money.add_budget(self.team, year, locality=self.team.localities.all()[0], pence=1_000, **manages)
            closed = money.add_budget(self.team, year - 1, pence=1_000, **manages)
            money.close_year(closed, carry_over=False, **manages)
        spends: dict[str, Any] = {"by": self.spender, "at": now()}
        with as_(self.spender):
            agreed, waits, spent = (
                money.ask_to_spend(budget, money.Asked("group", words, pence=pence, group=self.group, way="expenses"), **spends)
                for words, pence in (("Two rods", 3_000), ("A boat", 90_000), ("A kettle", 1_800))
            )
            money.say_what_it_came_to(spent, 1_750, today(), pages=(a_photograph("kettle"),), **spends)
            brought = money.write_brought(self.team, "money in", "Tea tin", 1_200, today(), group=self.group, **spends)
        line = Movement.objects.filter(source=other, kind="given")[0]
        self.named |= {"budget": budget.id, "closed budget": closed.id, "spend": agreed.id, "waiting spend": waits.id, "spent": spent.id}
        self.named |= {"brought": brought.id, "movement": line.id}

    def _posts(self) -> None:
        manages: dict[str, Any] = {"by": self.manager, "at": now()}
        stream = money.add_stream(self.team.organisation, f"Public health {new_key()}", kind="public health", wants_to_hear="Who is less alone", **manages)
        post = money.add_post(
            self.team.organisation, f"Northside {new_key()}", kind="coordinator", locality=self.team.localities.all()[0], minutes_a_week=2220,
            over=Stretch(days_ago(365), None), pay_pence=3_000_000, on_costs_pence=1_000_000, **manages,
        )  # fmt: skip
        share = money.give_share(post, stream, parts=5_000, over=Stretch(days_ago(365), None), **manages)
        held = money.put_into_post(post, Staff.objects.get(id=self.spender.id), over=Stretch(days_ago(365), None), **manages)
        self.named |= {"stream": stream.id, "post": post.id, "share": share.id, "in post": held.id}
