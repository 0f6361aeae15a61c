"""Components of the design system, forms' fields and dates, as template tags.

{% govuk "button" text=_("Save") classes="govuk-button--secondary" attributes__data_opens="x" %}
    Renders the macro of that name of govuk-frontend-jinja. `a__b=` nests; `one_two` is said `oneTwo`, and
    below `attributes` `one-two`.
{% gfield form.words rows=6 label=_("What happened?") hint=_("A few lines is enough.") %}
    A form's field with its label, hint, error and everything typed. `label_size="m"` (s, m, l),
    `inline=True` puts radios beside each other, `small=True` makes them small, `hide_label=True` leaves the label to
    those who listen. `choice_hints` (a dict: choice to hint) explains choices. What else is given goes to the macro.
{% error_summary form other_form %}
    What is wrong, as links to the fields; nothing when nothing is. It stands first in `main`.
{% draft_kept draft %}
    Inside `<form data-saves-itself=…>`: what the writer left unfinished (`web.queries.draft_of`, or None).
    JavaScript puts it back into the boxes; without, it can be read and copied.
{{ day|long_date }} → 18 November 2026     {{ moment|long_moment }} → 18 November 2026, 14:05     {{ moment|time_of_day }} → 14:05
{{ phone|telephone }} → its numbers as links that ring, the words around them as words.
{{ minutes|hours }} → 1½ hours
{% built "app.css" %} → the address of a built file, also where nothing is built.
"""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from django import forms, template
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.forms.boundfield import BoundField
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.web.components import component, parameters
from alongside.web.hours import hours_said
from alongside.web.telephones import linked

register = template.Library()


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part[:1].upper() + part[1:] for part in rest)


def _nest(params: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """`label__text="x"` into `{"label": {"text": "x"}}`, over what is there."""
    for path, value in given.items():
        *way, last = path.split("__")
        at, attributes = params, False
        for step in way:
            at = at.setdefault(_camel(step), {})
            attributes = attributes or step == "attributes"
        at[last.replace("_", "-") if attributes else _camel(last)] = value
    return params


@register.simple_tag
def govuk(which: str, **given: Any) -> SafeString:
    """A component of the design system by its name."""
    return component(which, _nest({}, given))


@register.simple_tag
def gfield(field: BoundField, **given: Any) -> SafeString:
    """A form's field as the component its widget asks for."""
    if field.field.widget.is_hidden:
        return field.as_hidden()
    name, params = parameters(field, given)
    return component(name, _nest(params, given))


@register.simple_tag
def error_summary(*several: forms.BaseForm | None) -> SafeString | str:
    """What is wrong in these forms, each sentence a link to its box."""
    wrong: list[dict[str, Any]] = []
    for form in several:
        for name, sentences in form.errors.items() if form is not None and form.is_bound else ():
            # A group of radios has no label of its own; its first choice has the field's own id.
            href = {"href": f"#{form[name].id_for_label or form[name].auto_id}"} if form is not None and name in form.fields else {}
            wrong += [{"text": sentence} | href for sentence in sentences]
    if not wrong:
        return ""
    return component("error-summary", {"titleText": _("There is a problem"), "errorList": wrong, "attributes": {"data-title-prefix": _("Error")}})


@register.inclusion_tag("web/_draft_kept.html")
def draft_kept(draft: Any) -> dict[str, Any]:
    """What its writer left unfinished in this form."""
    return {"made": timezone.now(), "draft": draft, "words": json.dumps(draft.words) if draft else "", "typed": draft.typed if draft else []}


@register.filter
def long_date(day: date | datetime | None, language: str | None = None) -> str:
    """`18 November 2026`; a template that is ready says in which language."""
    if day is None or day == "":
        return ""
    if isinstance(day, datetime):
        day = timezone.localtime(day).date() if timezone.is_aware(day) else day.date()
    return _written_out(day, language or get_language())


long_date.expects_language = True


@lru_cache(4096)
def _written_out(day: date, language: str | None) -> str:
    return date_format(day, "j F Y")


@register.filter
def last_day(until: date | None) -> date | None:
    """The last day on which something holds: kept is the first on which it does not, and every page says the last on which it does."""
    return until - timedelta(days=1) if until else None


@register.filter
def long_moment(moment: datetime | None) -> str:
    """`18 November 2026, 14:05`."""
    return f"{long_date(moment)}, {timezone.localtime(moment):%H:%M}" if moment else ""


@register.filter
def time_of_day(moment: datetime | None) -> str:
    """`14:05`."""
    return f"{timezone.localtime(moment):%H:%M}" if moment else ""


@register.filter
def telephone(typed: str) -> SafeString:
    """What was typed for a telephone: its numbers lead to the telephone, its words stay words."""
    return linked(typed)


@register.filter
def hours(minutes: int | str) -> str:
    """Minutes as people say hours: `1½ hours`; nothing for nothing."""
    return hours_said(int(minutes)) if minutes not in ("", None) else ""


@register.filter
def as_label(name: str) -> str:
    """A field's name as it can be read: `likes_to_be_called` → `Likes to be called`. In another language: that they wrote it, for the name is English."""
    return name.replace("_", " ").strip().capitalize() if (get_language() or "en").startswith("en") else _("What you wrote")


@register.simple_tag
def built(name: str) -> str:
    """Where a built style, script or picture lies."""
    try:
        return staticfiles_storage.url(name)
    except ValueError:
        # Nothing is built: a page without style still says what it has to say.
        return f"{settings.STATIC_URL}{name}"
