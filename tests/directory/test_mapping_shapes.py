"""Whatever stands in a mapping, it is read, or refused in a sentence that says what is wrong and how to mend it."""

from __future__ import annotations

import csv
import io
from contextlib import suppress

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.directory.listing import Listing
from alongside.directory.mapped import read_listings
from alongside.directory.mapping import check_columns, find_mapping, read_mapping
from alongside.foundation.refusals import Refused
from alongside.foundation.rows import read_sheet

LEAST = "source: S\nkind: group\nkey: [ref]\nfields:\n  name: name\n"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("source: [", "the mapping is not YAML (line 1)"),
        ("[]", "needs at least “source”, “key” and “fields”."),
        ("source: S\nkey: ref\nkind: group\nfields: {}\n", "must say what an entry's name and kind are"),
        (LEAST + "  nmae: x\n", "an entry has no “nmae”"),
        (LEAST + "  phone: {from: p, through: telephone}\n", "do not know how to make “phone” through “telephone”"),
        (LEAST + "  phone: {form: p}\n", "“phone” cannot say “form”"),
        (LEAST + "  access: {ramp: {there: [x]}}\n", "“access” cannot say “ramp”"),
        (LEAST + "  access: {step free: {yes: [x]}}\n", "“access”, “step free” cannot say “yes”"),
        (LEAST + "  place: {lat: x}\n", "“place” cannot say “lat”"),
        (LEAST + "  days: {mon: x}\n", "“days” cannot say “mon”"),
        (LEAST + "  cost: {constant: cheap}\n", "“cheap” is no cost"),
        (LEAST.replace("group", "gruop"), "“gruop” is no kind"),
        (LEAST + "  place: {}\n", "“place” needs both latitude and longitude"),
        (LEAST + "  place: {latitude: lat}\n", "“place” needs both latitude and longitude"),
        (LEAST + "  place: {latitude: lat, northing: n}\n", "“place” needs both latitude and longitude"),
        (LEAST + "  place: {latitude: lat, longitude: [a, b]}\n", "“place”, “longitude” has to be one piece of text"),
        (LEAST + "  access: {step free: null}\n", "“access”, “step free” has to say what belongs to what, such as access: {step free:"),
        (LEAST + "  access: [step free]\n", "“access” cannot say “from”"),
        (LEAST + "  access: {step free: {there: {a: b}}}\n", "“access”, “step free” has to be one piece of text"),
        (LEAST + "  cost: {from: c, words: [free]}\n", "“cost”, “words” has to say what belongs to what, such as words: {Gratis: free}"),
        (LEAST + "  cost: {from: c, words: {a: [free]}}\n", "“cost”, “words” has to be one piece of text"),
        (LEAST.replace("group", "[group]"), "“kind”, “constant” has to be one piece of text"),
        (LEAST + "left_out: [officer]\n", "“left_out” has to say what belongs to what, such as left_out: {officer:"),
        (LEAST + "  days: {}\n", "“days” is empty. Write it like this: days: {monday:"),
        (LEAST + "  days: {monday: {a: b}}\n", "“days”, “monday” has to be one piece of text"),
        (LEAST + "  phone:\n", "“phone”, “from” is empty"),
        (LEAST + "  phone: []\n", "“phone” is empty. Write it like this: phone: title"),
        (LEAST + "  phone: {}\n", "“phone” must say where it comes from"),
        (LEAST + "  phone: {from: a, constant: b}\n", "“phone” must say where it comes from"),
        (LEAST + "  phone: {from: {a: b}}\n", "“phone”, “from” has to be one piece of text"),
        (LEAST + "  phone: {constant: [a]}\n", "“phone”, “constant” has to be one piece of text"),
        (LEAST + "  phone: {from: a, join: [b]}\n", "“phone”, “join” has to be one piece of text"),
        (LEAST + "  phone: {from: a, through: {b: c}}\n", "“phone”, “through” has to be one piece of text"),
        (LEAST + "  email: {from: a, office_of: [b]}\n", "“email”, “office_of” has to be one piece of text"),
        (LEAST + "  email: {constant: 'hello@example.org?bcc=d'}\n", "“hello@example.org?bcc=d” is not an e-mail address"),
        (LEAST + "  address: {from: a, may_be_a_home: perhaps}\n", "either true or false"),
        (LEAST + '  times: {constant: "a\\0b"}\n', "holds a character that no text has"),
        (LEAST.replace("key: [ref]", "key: {ref: name}"), "“key” has to be one piece of text"),
        (LEAST.replace("key: [ref]", "key: [[ref]]"), "“key” has to be one piece of text"),
        (LEAST.replace("source: S", "source: [S]"), "“source” has to be one piece of text"),
        (LEAST + "licnece: OGL\n", "a mapping cannot say “licnece”"),
        (LEAST + "nothing: {a: b}\n", "“nothing” has to be one piece of text"),
        (LEAST + "about: &a [ *a ]\n", "is not YAML"),
        ("source: S\nkey: ref\nfields: {? [a] : b}\n", "is not YAML"),
        ("[" * 5_000, "the mapping holds something that no mapping needs"),
        ("#" * 100_001, "is longer than 100,000 letters"),
    ],
)
def test_a_slip_of_the_pen_is_told(text, sentence):
    with pytest.raises(Refused) as refused:
        read_mapping(text)
    assert sentence in refused.value.sentence


def nested(words: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.recursive(words, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6) | KNOWN, inner, max_size=3), max_leaves=8)


WORDS_OF_MAPPINGS = (
    "from,join,through,words,otherwise,constant,office_of,may_be_a_home,there,missing,latitude,longitude,easting,northing,monday,sunday,"
    "name,kind,cost,email,group,free,true,ref,step free,one line,postcode"
)
KNOWN = st.sampled_from(WORDS_OF_MAPPINGS.split(","))
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.text(max_size=8) | KNOWN
PARTS = st.sampled_from(["source", "licence", "about", "kind", "key", "nothing", "left_out", "fields"])
FIELDS = st.sampled_from(["name", "cost", "email", "place", "days", "access", "phone", "address", "confirmed_on", "nmae"])


def read_and_used(text: str) -> None:
    """Read it, and make two rows of a file that has all its columns into entries."""
    mapping = read_mapping(text)
    heading = sorted(mapping.columns)
    written = io.StringIO()
    csv.writer(written).writerows([heading, ["Yes"] * len(heading), ["hello@example.org"] * len(heading)])
    sheet = read_sheet(written.getvalue().encode())
    check_columns(mapping, sheet.columns)
    for made_of_it in read_listings(sheet, mapping):
        if isinstance(made_of_it, Listing):
            assert made_of_it.placed({}).digest


@settings(max_examples=400, deadline=None)
@given(
    top=st.dictionaries(PARTS, nested(SCALARS)), of_fields=st.dictionaries(FIELDS, nested(SCALARS), max_size=4), whole=nested(SCALARS), near=st.integers(0, 5)
)
def test_whatever_a_mapping_holds_it_is_read_or_refused_in_a_sentence(top, of_fields, whole, near):
    least = {"source": "S", "kind": "group", "key": ["ref"], "fields": {"name": "name"}}
    given_to_read = {0: whole, 1: {**least, **top}}.get(near, {**least, "fields": {"name": "name", **of_fields}})
    with suppress(Refused):
        read_and_used(yaml.safe_dump(given_to_read))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("source: key fields name\n  -[]{}?&*!|>'\"#%@`~,0.\t\\x") | st.characters()))
def test_whatever_stands_in_a_mapping_file_it_is_read_or_refused_in_a_sentence(text):
    with suppress(Refused):
        read_and_used(text)
    with suppress(Refused):
        read_and_used(LEAST + text)


@pytest.mark.parametrize("named", ["x" * 5_000, "no\0where", "/", "."])
def test_a_mapping_with_an_odd_name_is_not_there(named):
    with pytest.raises(Refused, match="There is no mapping"):
        find_mapping(named)
