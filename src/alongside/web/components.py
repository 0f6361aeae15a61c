"""The design system's components as HTML, and which of them a form's field asks for."""

from __future__ import annotations

from functools import cache
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from jinja2 import ChainableUndefined, Environment, PackageLoader, PrefixLoader

from .forms import PARTS, ThreeBoxes


@cache
def _environment() -> Environment:
    # The package's templates cannot change while we run, so they are looked at once.
    loader = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    return Environment(loader=loader, autoescape=True, undefined=ChainableUndefined, auto_reload=False, cache_size=-1, trim_blocks=True, lstrip_blocks=True)


@cache
def _macro(name: str) -> Any:
    module = _environment().get_template(f"govuk_frontend_jinja/components/{name}/macro.html").module
    return getattr(module, "govuk" + name.replace("-", " ").title().replace(" ", ""))


_ALIKE_ON_MANY_PAGES = frozenset({"back-link", "button", "checkboxes", "date-input", "input", "radios", "select", "skip-link", "tag", "textarea"})
_remembered: dict[Any, SafeString] = {}


def _frozen(value: Any) -> Any:
    """A key that tells markup from words, and one language's words from another's."""
    if type(value) is str:
        return value
    if isinstance(value, dict):
        return tuple([(key, one if type(one) is str else _frozen(one)) for key, one in value.items()])
    if isinstance(value, (list, tuple)):
        return tuple([_frozen(one) for one in value])
    return type(value).__name__, hasattr(value, "__html__"), str(value)


def component(name: str, params: dict[str, Any]) -> SafeString:
    """A component as HTML, all its words escaped. Those that many pages share are made once; what somebody typed is never kept."""
    if name not in _ALIKE_ON_MANY_PAGES or params.get("value"):
        return mark_safe(str(_macro(name)(params)).strip())  # noqa: S308 - the macro escapes
    key = (name, _frozen(params))
    if key not in _remembered:
        if len(_remembered) > 2000:
            _remembered.clear()
        _remembered[key] = mark_safe(str(_macro(name)(params)).strip())  # noqa: S308 - the macro escapes
    return _remembered[key]


def parameters(field: BoundField, given: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The component for a field's widget and what it is told; takes from `given` what the tag means for us."""
    widget = field.field.widget
    kind = next((found for found in type(widget).__mro__ if found in _FIELDS), forms.TextInput)
    name, fill = _FIELDS[kind]
    words: dict[str, Any] = {"text": given.pop("label", field.label)}
    hint = given.pop("hint", field.help_text)
    size = "govuk-visually-hidden" if given.pop("hide_label", False) else given.pop("label_size", "s")
    params: dict[str, Any] = {"name": field.html_name, "attributes": {key: value for key, value in widget.attrs.items() if key not in _SAID_OTHERWISE}}
    params |= {key: value for key, value in widget.attrs.items() if key in ("autocomplete", "inputmode", "rows", "spellcheck")}
    if hint:
        params["hint"] = {"text": hint}
    if field.errors:
        params["errorMessage"] = {"text": " ".join(str(error) for error in field.errors), "visuallyHiddenText": _("Error")}
    fill(field, params, words, size, given)
    return name, params


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
    if params["type"] == "password":
        params |= {"showPasswordText": _("Show"), "hidePasswordText": _("Hide")}
        params |= {"showPasswordAriaLabelText": _("Show password"), "hidePasswordAriaLabelText": _("Hide password")}
        params |= {"passwordShownAnnouncementText": _("Your password is shown"), "passwordHiddenAnnouncementText": _("Your password is hidden")}
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
    for value, text in field.field.widget.choices:
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
    typed, wrong = field.field.widget.format_value(field.value()), " govuk-input--error" if field.errors else ""
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
