"""What a valuation begins with: what people said of changes, and what the posts of the team's localities cost."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from alongside.evidence.figures import every_figure
from alongside.evidence.models import Extract
from alongside.money.paid import activities_paid, posts_paid
from alongside.money.queries import financial_year_of
from alongside.teams.models import Team
from alongside.value.estimates import Estimate, certain
from alongside.value.sheet import Sheet, Valued, from_answers, parts_of
from alongside.value.valued import Input

from .counted import over
from .words import ACTIVITIES, ACTIVITIES_COST, ASKED_ANYWAY, ASKED_OTHERS, FOR_THE_BETTER, FOR_THE_WORSE, NO_PROXY_YET, POSTS, POSTS_COST, POSTS_PAID

if TYPE_CHECKING:
    from alongside.evidence.counting import Opened
    from alongside.evidence.periods import Window


def to_begin_with(team: Team, extract: Extract, year: int) -> Sheet:
    """Changes for the better and for the worse, with what people said would have happened anyway and was others' doing; what each is worth is left open."""
    from alongside.evidence.counting import opened

    with opened(bytes(extract.payload or b"")) as counting:
        anyway, others = said_of_changes(counting, over(extract, year))
    parts = parts_of(proxy=NO_PROXY_YET, deadweight=anyway, attributable_to_others=others)
    better = Valued(FOR_THE_BETTER, "changes/better", parts)
    worse = Valued(FOR_THE_WORSE, "changes/worse", parts, worse=True)
    return Sheet((better, worse), (*_posts(team, year), *_activities(team, year)))


def said_of_changes(counting: Opened, year: Window) -> tuple[Estimate, Estimate]:
    """How much of their changes people said would have happened anyway, and how much was others' doing."""
    anyway, others = (
        Counter({part: n for (_home, part), n in counting.counts(every_figure()[key].expression, year).items()}) for key in ("anyway", "others-doing")
    )
    return from_answers(anyway, ASKED_ANYWAY), from_answers(others, ASKED_OTHERS)


def _posts(team: Team, year: int) -> tuple[Input, ...]:
    """What the posts of its localities cost, whoever paid; nothing where none are written down. Which streams paid is said, not how much each."""
    places = list(team.localities.order_by("name"))
    paid = posts_paid(team.organisation, [one.id for one in places], financial_year_of(year))
    if not paid.pence:
        return ()
    where, streams = ", ".join(one.name for one in places), ", ".join(paid.streams)
    source = POSTS_PAID.lac % {"where": where, "streams": streams} if streams else POSTS_COST.lac % {"where": where}
    return (Input(POSTS, certain(f"{paid.pence / 100:.2f}", source=source), 1),)


def _activities(team: Team, year: int) -> tuple[Input, ...]:
    """What the books say was spent on activities out of the year's budgets; nothing where nothing was."""
    pence = activities_paid(team, year)
    return (Input(ACTIVITIES, certain(f"{pence / 100:.2f}", source=ACTIVITIES_COST.lac), 1),) if pence else ()
