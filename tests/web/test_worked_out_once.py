"""Addresses and translated words are worked out once, and are what Django would have said every time."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.template import Context, Engine
from django.template.base import Template
from django.urls import NoReverseMatch, get_resolver, reverse, set_script_prefix
from django.utils import translation

from alongside.web.addresses import address

KEYS = [UUID(int=number) for number in (7, 2**127, 12345)]
HERE = Engine(builtins=["django.templatetags.i18n", "alongside.web.templatetags.worked_out_once"])
DJANGOS = Engine(builtins=["django.templatetags.i18n"])


def pages(resolver=None, space="", keys=0):
    """Every page of the house by its name, with how many keys its address has."""
    for one in (resolver or get_resolver()).url_patterns:
        many = keys + len(one.pattern.converters)
        if hasattr(one, "url_patterns"):
            yield from pages(one, f"{space}{one.namespace}:" if one.namespace else space, many)
        elif one.name and all(type(kind).__name__ == "UUIDConverter" for kind in one.pattern.converters.values()):
            yield space + one.name, many


def both(text: str, **given: object) -> tuple[str, str]:
    """A template as we and as Django render it, twice each, so that what was kept is seen too."""
    return tuple("|".join(made.render(Context(given)) for _ in range(2)) for made in (Template(text, engine=HERE), Template(text, engine=DJANGOS)))


def test_every_page_of_the_house_has_the_address_that_django_gives_it():
    for name, many in pages():
        for keys in (KEYS[:many], [str(key) for key in KEYS[:many]]):
            assert address(name, *keys) == reverse(name, args=keys), name


def test_what_is_no_key_is_no_address():
    with pytest.raises(NoReverseMatch):
        address("desk:person", "../today")
    with pytest.raises(NoReverseMatch):
        address("desk:person", KEYS[0], KEYS[1])
    with pytest.raises(NoReverseMatch):
        address("no such page")


def test_addresses_follow_where_the_house_is_served():
    before = address("desk:today")
    set_script_prefix("/neighbours/")
    try:
        assert address("desk:today") == f"/neighbours{before}"
    finally:
        set_script_prefix("/")


@pytest.mark.parametrize(
    "text",
    [
        '{% url "desk:person" person %}',
        '{% url "desk:end visit" person other %}',
        '{% url "desk:person" person as there %}[{{ there }}]',
        '{% url "no such page" as there %}[{{ there }}]',
        '{% url "desk:person" word as there %}[{{ there }}]{% url "desk:today" as there %}[{{ there }}]',
        '{% autoescape off %}{% url "desk:end visit" person other %}{% endautoescape %}',
        "{% url page person %}",
        '{% translate "Monday" %}',
        '{% translate "May" context "abbrev. month" %}',
        '{% translate "Monday" as day %}[{{ day }}]',
        '{% translate "Fish & chips at 100%%" %}',
        '{% translate "Monday"|lower %}',
        "{% translate word %}",
        "{% blocktranslate %}Monday{% endblocktranslate %}",
        "{% blocktranslate with name=name %}by {{ name }}, 100% there{% endblocktranslate %}",
        "{% blocktranslate %}by {{ name }}{% endblocktranslate %}",
        "{% blocktranslate with name=name|upper asvar said %}by {{ name }}{% endblocktranslate %}[{{ said }}]",
        "{% blocktranslate count many=many %}one{% plural %}{{ many }} things{% endblocktranslate %}",
        "{% blocktranslate count many=one %}one{% plural %}{{ many }} things{% endblocktranslate %}",
        "{% blocktranslate count many=name|length with name=name %}one of {{ name }}, 100%{% plural %}{{ many }} of {{ name }}, 100%{% endblocktranslate %}",
        "{% for many in numbers %}{% blocktranslate count many=many %}one wish{% plural %}{{ many }} wishes{% endblocktranslate %} {% endfor %}",
        "{% for many in numbers %}{% blocktranslate count number=many %}One would come{% plural %}{{ number }} would come{% endblocktranslate %} {% endfor %}",
        "{% blocktranslate count many=many %}one of {{ name }}{% plural %}{{ many }} of {{ name }}{% endblocktranslate %}",
        "{% blocktranslate count many=many context 'things' %}one{% plural %}{{ many }} things{% endblocktranslate %}",
        "{% blocktranslate trimmed with name=name %}\n  by\n  {{ name }}\n{% endblocktranslate %}",
        "{% autoescape off %}{% blocktranslate with name=name %}by {{ name }}{% endblocktranslate %}{% endautoescape %}",
    ],
)
@pytest.mark.parametrize("language", ["en-gb", "cy", "de"])
def test_tags_say_what_djangos_say(text, language):
    with translation.override(language):
        ours, djangos = both(
            text,
            person=KEYS[0],
            other=KEYS[1],
            page="desk:person",
            name="<b>Gwen & co</b>",
            many=3,
            one=1,
            numbers=[0, 1, 2, 3, 6, 8, 11, 999, 1_000, 12_345, True],
            word="Monday",
        )
    assert ours == djangos


def test_one_template_speaks_each_language_in_turn():
    made = Template('{% translate "Monday" %}', engine=HERE)
    said = []
    for language in ("cy", "en-gb", "cy"):
        with translation.override(language):
            said.append(made.render(Context()))
    assert said[0] == said[2] != said[1]
