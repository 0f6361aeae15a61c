"""Templates that are made ready say what Django's own steps say, whatever stands in their context."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from django.conf import settings
from django.template import Context, Engine
from django.utils import translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy
from hypothesis import given
from hypothesis import strategies as st

PLAIN = {
    "base.html": "<h1>{% block title %}{{ a }}{% endblock %}</h1>{% block main %}{% endblock %}{% if a %}{% block end %}end: {{ a }}{% endblock %}{% endif %}",
    "middle.html": '{% extends "base.html" %}{% block main %}[{% block inner %}nothing{% endblock %}]{% endblock %}',
    "page.html": (
        '{% extends "middle.html" %}{% block title %}{{ block.super }} and {{ b.c }}{% endblock %}'
        '{% block inner %}{% include "part.html" with c=b %}{{ c }}{{ d }}{% endblock %}'
    ),
    "part.html": '{% cycle "odd" "even" %}{{ c }}{% with d=c %}{{ d }}{% endwith %}{% if a %}{% include "./deeper.html" %}{% endif %}{% firstof c as d %}',
    "deeper.html": "{% for one in b %}{% ifchanged one %}{{ one }}{% endifchanged %}{{ forloop.counter }}{% endfor %}",
    "loops.html": (
        "{% for one in a %}{% if not forloop.first %}, {% endif %}{{ forloop.revcounter0 }}{{ one.c }}"
        "{% for c in b %}{{ forloop.parentloop.counter }}{{ c }}{{ forloop.last }}{% empty %}none{% endfor %}{% empty %}{{ forloop.counter }}{% endfor %}"
        "{{ one }}{% for one in b reversed %}{{ one }}{{ forloop.counter0 }}{% endfor %}{% for key, value in a.items %}{{ key }}{{ value }}{% endfor %}"
    ),
    "round.html": '{{ a.0 }}{% if a.1 %}{% with a=a.1 %}{% include "round.html" %}{% endwith %}{% endif %}',
}
LOCAL = ("django.template.loaders.locmem.Loader", PLAIN)


def _engine(loader: str, **given: object) -> Engine:
    return Engine(loaders=[(loader, [LOCAL])], builtins=["django.templatetags.i18n"], **given)


LOADERS = ("alongside.web.ready.loading.Loader", "django.template.loaders.cached.Loader")
COMPONENTS = {"components": "alongside.web.templatetags.components"}
READY, DJANGOS = (_engine(loader) for loader in LOADERS)


@dataclass(frozen=True)
class Thing:
    """Something with an attribute, and one that cannot be had."""

    c: object = "<i>of a thing</i>"

    @property
    def broken(self) -> str:
        raise AttributeError("broken")

    def asked(self) -> str:
        return "asked & told"


def both(text: str, ready: Engine = READY, djangos: Engine = DJANGOS, **held: object) -> tuple[str, ...]:
    """What a page says twice over, by either."""
    found = []
    for engine in (ready, djangos):
        loader = engine.template_loaders[0]
        loader.loaders[0].templates_dict["asked.html"] = text
        loader.reset()
        made = engine.get_template("asked.html")
        try:
            found.append("|".join(made.render(Context(dict(held))) for _ in range(2)))
        except Exception as wrong:
            found.append(repr(wrong))
    return tuple(found)


def test_the_house_uses_them():
    assert "alongside.web.ready.loading.Loader" in str(settings.TEMPLATES)


PLAIN_VALUES = (
    None,
    True,
    False,
    0,
    1,
    7,
    2.5,
    "",
    "<b>words & more</b>",
    "c",
    mark_safe("<b>safe</b>"),
    date(2026, 11, 28),
    datetime(2026, 7, 1, 9, tzinfo=UTC),
)
ODD_VALUES = (Thing(), Thing, Thing().asked, gettext_lazy("Monday"), lambda: "called", len)
PATHS = ["a", "b", "a.c", "b.c", "a.c.c", "a.0", "a.1.c", "a.items", "b.broken", "b.asked", "b.asked.c", "none.c", "a.none", "7", "'c'", "None"]
FILTERS = (
    *("", "|upper", "|default:'<none>'", "|default:b", "|default:none", "|default:_('Monday')", "|length", "|safe"),
    *("|date:'Y'", "|truncatechars:3", "|linebreaksbr", "|add:2", "|join:', '"),
)
values = st.recursive(
    st.sampled_from((*PLAIN_VALUES, *ODD_VALUES)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "c", "0", "items"]), inner, max_size=3) | st.builds(Thing, c=inner),
    max_leaves=6,
)
shown = st.builds("{}{}{}".format, st.sampled_from(PATHS), st.sampled_from(FILTERS), st.sampled_from(FILTERS))
compared = st.sampled_from(["==", "!=", "<", "<=", ">", ">=", "in", "not in", "is", "is not", "and", "or"])
conditions = st.recursive(shown, lambda inner: st.builds("{} {} {}".format, inner, compared, inner) | st.builds("not {}".format, inner), max_leaves=4)


@given(shown, values, values)
def test_whatever_is_shown_is_shown_alike(asked, a, b):
    text = "{{ ASKED }}{% autoescape off %}{{ ASKED }}{% endautoescape %}{% for one in ASKED %}{{ one }}{% endfor %}".replace("ASKED", asked)
    ready, djangos = both(text, a=a, b=b)
    assert ready == djangos


@given(conditions, conditions, values, values)
def test_whatever_is_chosen_is_chosen_alike(first, second, a, b):
    ready, djangos = both(f"{{% if {first} %}}one{{% elif {second} %}}two{{% else %}}three{{% endif %}}", a=a, b=b)
    assert ready == djangos


@pytest.mark.parametrize("page", sorted(PLAIN))
@given(a=values, b=values)
def test_pages_are_put_together_alike(page, a, b):
    ready, djangos = both(f'{{% extends "{page}" %}}{{% block end %}}{{{{ block.super }}}}!{{% endblock %}}', a=a, b=b)
    assert ready == djangos


@given(values)
def test_a_part_that_is_named_by_what_is_in_the_context_is_found_alike(a):
    text = '{% for name in names %}{% include name with b=a only %}{% endfor %}{% include "part.html" with c=a only %}'
    ready, djangos = both(text, a=a, names=["part.html", "deeper.html"])
    assert ready == djangos


def test_every_form_of_a_page_has_the_same_mark_and_a_part_without_one_takes_none_away():
    text = '{% csrf_token %}{% include "form.html" %}{% include "form.html" only %}{% csrf_token %}'
    for engine in (READY, DJANGOS):
        engine.template_loaders[0].loaders[0].templates_dict["form.html"] = "<form>{% csrf_token %}</form>"
    ready, djangos = both(text, csrf_token="a<mark")
    assert ready == djangos
    assert ready.count("a&lt;mark") == 6
    assert len(set(both(text))) == 1


def test_a_day_is_said_in_the_language_of_its_page():
    text = "{% load components %}{{ day|long_date }} {{ day|last_day|long_date }} {{ none|long_date }}"
    said = []
    for code in ("cy", "en-gb", "cy"):
        with translation.override(code):
            ready, djangos = both(text, *(_engine(loader, libraries=COMPONENTS) for loader in LOADERS), day=date(2026, 11, 28))
        assert ready == djangos
        said.append(ready)
    assert said[0] == said[2] != said[1]


def test_what_is_missing_is_told_where_an_engine_says_so():
    told = [_engine(loader, string_if_invalid="missing %s") for loader in LOADERS]
    ready, djangos = both("{{ none }}{{ a.none|upper }}{{ a.c }}{% if none %}{% endif %}", *told, a={"c": "there"})
    assert ready == djangos == "missing nonemissing a.nonethere|missing nonemissing a.nonethere"


def test_where_errors_are_shown_with_their_place_djangos_own_steps_stay():
    shows = _engine("alongside.web.ready.loading.Loader", debug=True).get_template("base.html")
    assert {type(node).__module__.split(".")[0] for node in shows.nodelist} == {"django"}
