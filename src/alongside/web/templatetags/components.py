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
{{ day|long_date }} → 18 November 2026     {{ moment|long_moment }} → 18 November 2026, 14:05
{% built "app.css" %} → the address of a built file, also where nothing is built.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from functools import cache
from typing import Any

from django import forms, template
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.forms.boundfield import BoundField
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from jinja2 import ChainableUndefined, Environment, PackageLoader, PrefixLoader

from alongside.web.forms import PARTS, ThreeBoxes

register = template.Library()


@cache
def _environment() -> Environment:
    # The package's templates cannot change while we run, so they are looked at once.
    loader = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    return Environment(loader=loader, autoescape=True, undefined=ChainableUndefined, auto_reload=False, cache_size=-1, trim_blocks=True, lstrip_blocks=True)


@cache
def _macro(name: str) -> Any:
    module = _environment().get_template(f"govuk_frontend_jinja/components/{name}/macro.html").module
    return getattr(module, "govuk" + name.replace("-", " ").title().replace(" ", ""))


def component(name: str, params: dict[str, Any]) -> SafeString:
    """A component as HTML, all its words escaped."""
    return mark_safe(str(_macro(name)(params)).strip())  # noqa: S308 - the macro escapes


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
def govuk(name: str, **given: Any) -> SafeString:
    """A component of the design system by its name."""
    return component(name, _nest({}, given))


@register.simple_tag
def gfield(field: BoundField, **given: Any) -> SafeString:
    """A form's field as the component its widget asks for."""
    widget = field.field.widget
    if widget.is_hidden:
        return field.as_hidden()
    kind = next((found for found in type(widget).__mro__ if found in _FIELDS), forms.TextInput)
    name, fill = _FIELDS[kind]
    words: dict[str, Any] = {"text": given.pop("label", field.label)}
    about = {"hint": given.pop("hint", field.help_text)}
    size = "govuk-visually-hidden" if given.pop("hide_label", False) else given.pop("label_size", "s")
    params: dict[str, Any] = {"name": field.html_name, "attributes": {key: value for key, value in widget.attrs.items() if key not in _SAID_OTHERWISE}}
    params |= {key: value for key, value in widget.attrs.items() if key in ("autocomplete", "inputmode", "rows", "spellcheck")}
    if about["hint"]:
        params["hint"] = {"text": about["hint"]}
    if field.errors:
        params["errorMessage"] = {"text": " ".join(str(error) for error in field.errors), "visuallyHiddenText": _("Error")}
    fill(field, params, words, size, given)
    return component(name, _nest(params, given))


_SAID_OTHERWISE = ("autocomplete", "inputmode", "rows", "cols", "spellcheck", "class", "required", "maxlength", "minlength", "id")


def _labelled(params: dict[str, Any], words: dict[str, Any], size: str) -> None:
    params["label"] = words | {"classes": size if size.startswith("govuk") else f"govuk-label--{size}"}


def _grouped(params: dict[str, Any], words: dict[str, Any], size: str) -> None:
    params["fieldset"] = {"legend": words | {"classes": size if size.startswith("govuk") else f"govuk-fieldset__legend--{size}"}}


def _one_line(field: BoundField, params: dict[str, Any], words: dict[str, Any], size: str, given: dict[str, Any]) -> None:
    _labelled(params, words, size)
    widget = field.field.widget
    params |= {"id": field.auto_id, "type": getattr(widget, "input_type", "text")}
    value = widget.format_value(field.value())
    if value is not None and params["type"] != "password":
        params["value"] = str(value)
    if params["type"] == "number":  # a wheel or an arrow changes a number box unnoticed
        params |= {"type": "text", "inputmode": "decimal" if isinstance(field.field, (forms.DecimalField, forms.FloatField)) else "numeric"}


def _many_lines(field: BoundField, params: dict[str, Any], words: dict[str, Any], size: str, given: dict[str, Any]) -> None:
    _labelled(params, words, size)
    value = field.value() or ""
    # A browser drops the first line break of a box's words.
    params |= {"id": field.auto_id, "value": f"\n{value}" if str(value).startswith(("\n", "\r")) else value}


def _chosen(field: BoundField) -> set[str]:
    value = field.value()
    return {str(one) for one in (value if isinstance(value, (list, tuple, set)) else [value]) if one is not None}


def _choices(field: BoundField, given: dict[str, Any], mark: str) -> list[dict[str, Any]]:
    chosen, hints = _chosen(field), given.pop("choice_hints", None) or getattr(field.field, "choice_hints", None) or {}
    found: list[dict[str, Any]] = []
    for value, text in field.field.widget.choices:  # type: ignore[attr-defined]
        for one, said in text if isinstance(text, (list, tuple)) else [(value, text)]:
            stored = "" if one is None else str(one)
            found.append({"value": stored, "text": said, mark: stored in chosen} | ({"hint": {"text": hints[one]}} if one in hints else {}))
    return found


def _dropped_down(field: BoundField, params: dict[str, Any], words: dict[str, Any], size: str, given: dict[str, Any]) -> None:
    _labelled(params, words, size)
    params |= {"id": field.auto_id, "items": _choices(field, given, "selected")}
    if getattr(field.field.widget, "allow_multiple_selected", False):
        params["attributes"] = params["attributes"] | {"multiple": "multiple"}


def _picked(field: BoundField, params: dict[str, Any], words: dict[str, Any], size: str, given: dict[str, Any]) -> None:
    _grouped(params, words, size)
    name = "checkboxes" if isinstance(field.field.widget, forms.CheckboxSelectMultiple) else "radios"
    classes = [f"govuk-{name}--{way}" for way in ("inline", "small") if given.pop(way, False)]
    params |= {"idPrefix": field.auto_id, "items": _choices(field, given, "checked"), "classes": " ".join(classes)}


def _ticked(field: BoundField, params: dict[str, Any], words: dict[str, Any], size: str, given: dict[str, Any]) -> None:
    item = words | {"value": "on", "checked": bool(field.value()), "id": field.auto_id, "attributes": params.pop("attributes")}
    if "hint" in params:
        item["hint"] = params.pop("hint")
    params |= {"idPrefix": field.auto_id, "items": [item], "classes": "govuk-checkboxes--small" if given.pop("small", False) else ""}


def _dated(field: BoundField, params: dict[str, Any], words: dict[str, Any], size: str, given: dict[str, Any]) -> None:
    _grouped(params, words, size)
    typed, wrong = field.field.widget.format_value(field.value()), " govuk-input--error" if field.errors else ""  # type: ignore[attr-defined]
    said = {"day": _("Day"), "month": _("Month"), "year": _("Year")}
    params |= {"id": field.auto_id}
    params["items"] = [
        {
            "name": f"{field.html_name}_{part}",
            "id": f"{field.auto_id}_{part}",
            "label": said[part],
            "classes": f"govuk-input--width-{4 if part == 'year' else 2}{wrong}",
            "value": typed[part],
        }
        for part in PARTS
    ]


_FIELDS: dict[type, tuple[str, Any]] = {
    forms.TextInput: ("input", _one_line),
    forms.PasswordInput: ("password-input", _one_line),
    forms.Textarea: ("textarea", _many_lines),
    forms.Select: ("select", _dropped_down),
    forms.RadioSelect: ("radios", _picked),
    forms.CheckboxSelectMultiple: ("checkboxes", _picked),
    forms.CheckboxInput: ("checkboxes", _ticked),
    ThreeBoxes: ("date-input", _dated),
}


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
    return {"draft": draft, "words": json.dumps(draft.words) if draft else "", "typed": [w for w in draft.words.values() if w.strip()] if draft else []}


@register.filter
def long_date(day: date | datetime | None) -> str:
    """`18 November 2026`."""
    if day is None or day == "":
        return ""
    if isinstance(day, datetime):
        day = timezone.localtime(day).date() if timezone.is_aware(day) else day.date()
    return date_format(day, "j F Y")


@register.filter
def long_moment(moment: datetime | None) -> str:
    """`18 November 2026, 14:05`."""
    return f"{long_date(moment)}, {timezone.localtime(moment):%H:%M}" if moment else ""


@register.simple_tag
def built(name: str) -> str:
    """Where a built style, script or picture lies."""
    try:
        return staticfiles_storage.url(name)
    except ValueError:
        # Nothing is built: a page without style still says what it has to say.
        return f"{settings.STATIC_URL}{name}"
