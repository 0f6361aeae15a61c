"""What a manager sets beside use of services, each with where it comes from: what everybody uses, what others did meanwhile, what one use costs."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours
from alongside.foundation.words import Vocabulary
from alongside.money.boxes import number, pounds
from alongside.outcomes.words import SERVICES_USED
from alongside.value.proxies import proxy
from alongside.web.boxes import Form, line
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_word
from alongside.web.writing import Sheet, written

from . import permissions
from .actions import set_beside
from .asking import ask
from .models import BesideAService
from .words import A_LIKENESS, A_NUMBER_A_YEAR, UPLIFT

COSTS = {
    "gp": "gp-visit",
    "a&e": "ae-attendance-2025",
    "admission": "inpatient-unplanned",
    "ambulance": "ambulance",
}
"""The cited cost that is offered first for one use of a service, by its file's name."""


class BesideForm(Form):
    """Whatever is known of it; nothing has to be."""

    everybody = number(
        _lazy("How often does everybody use it in a year, on average?"),
        hint=_lazy("From the practice or a published figure: 5, or 5.2. From this stands beside each fall what regression to the mean alone would give."),
        ask=A_NUMBER_A_YEAR,
    )
    again = number(
        _lazy("How alike are two years of one person?"),
        hint=_lazy("A number from 0 (one year tells nothing of the next) to 1 (it is always the same): studies of GP visits find about 0.6."),
        ask=A_LIKENESS,
    )
    anyway_source = line(_lazy("Where do these two come from?"))
    others_before = number(
        _lazy("How often did others use it in the year before?"),
        hint=_lazy("Each of them, on average: from a practice, or as it was published."),
        ask=A_NUMBER_A_YEAR,
    )
    others_after = number(_lazy("And in the year after?"), ask=A_NUMBER_A_YEAR)
    others_source = line(_lazy("Who are these others, and where does this come from?"))
    pence = pounds(_lazy("What does one use cost?"), required=False)
    price_year = line(_lazy("In prices of which year?"), hint=_lazy("Such as 2013/14."))
    uplift = number(
        _lazy("How many times that is it today?"), hint=_lazy("By an index of prices, such as 1.38; 1 where it is of this year."), ask=UPLIFT, places=3
    )
    cost_source = line(_lazy("Where do the cost and the index come from?"))

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        for field in self.fields.values():
            field.required = False


@page(roles=(Role.MANAGER,), methods=WRITING)
def set_for(request: Request, place: int) -> HttpResponse:
    """What stands beside one service."""
    if place >= len(SERVICES_USED):
        raise Http404
    asking, service = ask(request), SERVICES_USED[place]
    if not asking.may_be_exact:
        raise NotYours(permissions.MANAGERS_SET)
    now = BesideAService.objects.filter(team=asking.team, service=service.stored).first()
    names = list(BesideForm.base_fields)
    stands = {name: getattr(now, name) for name in names} if now else None
    sheet = Sheet(
        title=_("Beside %(service)s") % {"service": say_word(service, Vocabulary(asking.team.vocabulary), many=True)},
        back=f"{reverse('evidence:use of services')}?team={asking.team.id}",
        kept=_("It is kept, and stands beside what is counted."),
        lead=_("Whatever is known of it, with where it comes from. What is left empty is told as not known."),
    )

    def do(said: dict[str, Any]) -> None:
        set_beside(asking.team, service.stored, said, by=request.actor, at=request.now)

    return written(request, BesideForm, sheet, do, initial=None if now else _offered(service.stored), stands=stands)


def _offered(service: str) -> dict[str, Any]:
    """A cited cost, where we ship one for it."""
    if service not in COSTS:
        return {}
    one = proxy(COSTS[service])
    return {"pence": int(one.pounds.central * 100), "price_year": one.price_year, "uplift": Decimal(1), "cost_source": one.pounds.source}
