"""Every word on a page can be said in another language, and no page carries a script or a style of its own."""

from __future__ import annotations

import pytest

from tests.house import markup


def test_no_template_has_a_fault():
    assert [str(fault) for fault in markup.faults()] == []


@pytest.mark.parametrize(
    "planted",
    [
        "<p>Hello</p>",
        "<p>{{ name }} came</p>",
        '<img alt="A picture">',
        '<a href="/" aria-label="Home">{{ x }}</a>',
        '{% govuk "button" text="Save" %}',
        '{% govuk "panel" title__text="Saved" %}',
        "{% gfield form.note hint='A few words' %}",
        '<p style="color: red">{{ x }}</p>',
        "<style>p {}</style>",
        "<script>go()</script>",
        '<button onclick="go()">{{ x }}</button>',
        '<a href="javascript:go()">{{ x }}</a>',
        '<form hx-on:click="go()"></form>',
        "<form hx-vals='js:{a: go()}'></form>",
    ],
)
def test_a_planted_fault_is_found(planted):
    assert [fault.line for fault in markup.in_template("a.html", f"{{% comment %}}\nwords\n{{% endcomment %}}\n{planted}\n")] == [4]


@pytest.mark.parametrize(
    "kind",
    [
        "<p>{% translate 'Hello' %}</p>",
        "{% blocktranslate with a=b %}Hello {{ a }}{% endblocktranslate %}",
        '{% govuk "button" text=_("Save") classes="govuk-button--secondary" %}',
        '<a class="govuk-link" href="{% url \'desk:today\' %}">{{ x }}</a>',
        '<script type="module" src="{% static \'app.js\' %}"></script>',
        "<p>{# why #}{{ n }} · {{ m }}</p>",
        '<p data-on="x">{{ a }}</p>',
    ],
)
def test_what_can_be_translated_passes(kind):
    assert list(markup.in_template("a.html", kind)) == []


def test_a_word_we_do_without_is_found():
    assert len(list(markup.of_bad_taste("a.html", "Saved success" + "fully"))) == 1
