"""Mappings: read with nothing silent in them, and rows made into entries by them."""

from __future__ import annotations

import pytest

from alongside.directory.fields import LETTERS_GO_HERE, LETTERS_GO_NEAR_HERE
from alongside.directory.listing import Listing
from alongside.directory.mapped import read_listings
from alongside.directory.mapping import SHIPPED, check_columns, find_mapping, read_mapping
from alongside.foundation.refusals import Refused
from alongside.foundation.rows import BadRow, read_sheet

LEAST = "source: S\nkind: group\nkey: [ref]\nfields:\n  name: name\n"


def made(text: str, *lines: str, head: str = "ref,name,more") -> list[Listing | BadRow]:
    return list(read_listings(read_sheet("\n".join((head, *lines)).encode()), read_mapping(text)))


def one(text: str, line: str, head: str = "ref,name,more") -> Listing:
    (found,) = made(text, line, head=head)
    assert isinstance(found, Listing), found
    return found


def test_a_mapping_that_is_not_there_is_told_with_those_that_are():
    with pytest.raises(Refused, match=r"There is no mapping nowhere.+trafford-libraries"):
        find_mapping("nowhere")


def test_a_column_that_is_not_there_is_told():
    with pytest.raises(Refused, match="The file has no column “name”"):
        check_columns(read_mapping(LEAST), ["ref", "title"])


def test_columns_that_nobody_reads_are_told():
    assert check_columns(read_mapping(LEAST + "left_out: {officer: personal}\n"), ["ref", "name", "officer", "more"]) == ["more"]


def test_a_row_becomes_an_entry():
    text = LEAST + "  description: {from: [more, name], join: ': '}\n  times: {constant: always}\n"
    assert one(text, "R1,Fern choir,singing") == Listing("Fern choir", "group", source_key="r1", description="singing: Fern choir", times="always")


def test_the_first_that_is_not_empty_is_taken():
    assert one(LEAST + "  phone: {from: [more, name]}\nnothing: [NA]\n", "1,Fern,NA").phone == "Fern"


def test_words_are_changed_for_ours_and_others_are_refused():
    text = LEAST + "  cost: {from: more, words: {Gratis: free}}\n"
    free, bad = made(text, "1,Fern,Gratis", "2,Brook,dear")
    assert free.cost == "free"
    assert bad == BadRow(3, "We do not know what “dear” says about its cost.", ("2", "Brook", "dear"))


def test_a_word_of_the_file_is_no_false():
    """YAML takes Yes and No for true and false; in a file they are words."""
    text = LEAST + "  cost: {from: more, words: {Yes: some, No: free}}\n"
    assert [entry.cost for entry in made(text, "1,Fern,No", "2,Brook,Yes")] == ["free", "some"]


def test_a_row_without_a_kind_is_refused():
    _, bad = made(LEAST.replace("kind: group\n", "") + "  kind: more\n", "1,Fern,group", "2,Brook,")
    assert bad.reason == "We do not know what kind of entry it is: “”."


def test_access_is_there_missing_or_not_known():
    text = LEAST + "  access:\n    step free: {there: [a, b], missing: a}\n    toilet: {there: t, missing: t}\n"
    head = "ref,name,a,b,t"
    found = made(text, "1,Fern,Yes,Yes,No", "2,Brook,No,Yes,Yes", "3,Hill,Yes,No,", head=head)
    assert [(entry.access, entry.access_missing) for entry in found] == [(("step free",), ("toilet",)), (("toilet",), ("step free",)), ((), ())]


def test_hours_for_each_day_are_said_together():
    text = LEAST + "  days: {monday: m, tuesday: t, wednesday: w, thursday: h}\n"
    found = one(text, 'x,Fern,9-5,9-5,CLOSED,"9-12,1-3"', head="ref,name,m,t,w,h")
    assert (found.days, found.times) == ((1, 2, 4), "Monday to Tuesday 9-5; Thursday 9-12 and 1-3")


@pytest.mark.parametrize(
    ("latitude", "longitude", "place"),
    [("53.4", "-2.3", (53.4, -2.3)), ("0", "0", (None, None)), ("-2.3", "53.4", (None, None)), ("here", "-2", (None, None)), ("nan", "nan", (None, None))],
)
def test_a_wrong_place_is_worse_than_none(latitude, longitude, place):
    text = LEAST + "  place: {latitude: a, longitude: o}\n"
    found = made(text, f"1,Fern,{latitude},{longitude}", head="ref,name,a,o")
    assert (found[0].latitude, found[0].longitude) == place
    assert [row.taken for row in found[1:]] == ([] if place[0] else [True])


def test_the_national_grid_will_do():
    found = one(LEAST + "  place: {easting: e, northing: n}\n", "1,Fern,377000,391000", head="ref,name,e,n")
    assert (round(found.latitude or 0, 4), round(found.longitude or 0, 4)) == (53.4153, -2.3475)


def test_a_postcode_that_is_none_is_taken_with_a_doubt():
    found = made(LEAST + "  postcode: {from: more, through: postcode}\n", "1,Fern,ZZ994 3AA")
    assert [found[0].postcode, found[1].reason, found[1].taken] == ["", "Taken, but “ZZ994 3AA” is not a postcode.", True]


@pytest.mark.parametrize(
    "said",
    ["hello@example.org?bcc=all@example.com", "hello@example.org, all@example.com", "or hello@example.org", "ask Ada", "a@b", "javascript:hello@example.org"],
)
def test_an_email_that_is_none_is_taken_with_a_doubt(said):
    entry, doubt = made(LEAST + "  email: more\n", f'1,Fern,"{said}"')
    assert [entry.email, doubt.reason, doubt.taken] == ["", f"Taken, but “{said}” is not an e-mail address.", True]


def test_an_email_that_is_one_is_kept():
    assert one(LEAST + "  email: more\n", "1,Fern,hello+fern@fern.example.org").email == "hello+fern@fern.example.org"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (",Fern,", "It has nothing in “ref”, which tells it from the others."),
        ("2,,", "It has no name."),
        ("2," + "x" * 301 + ",", "Its name is longer than 300 letters."),
        ("1,Brook,", "Row 2 has the same “ref” already."),
    ],
)
def test_a_row_that_is_no_entry_is_refused_with_its_number(line, reason):
    _, bad = made(LEAST, "1,Fern,", line)
    assert (bad.number, bad.reason, bad.taken) == (3, reason, False)


def test_an_address_that_may_be_a_home_is_kept_to_its_town_and_about_a_kilometre():
    text = LEAST + "  address: {from: more, may_be_a_home: true}\n  postcode: {from: post, through: postcode}\n"
    found = one(text, '1,Fern trust,"4 Larch Lane, Fernbrook",ZZ99 3AA', head="ref,name,more,post").placed({"ZZ99 3AA": (53.41234, -2.34567)})
    assert (found.address, found.postcode, found.latitude, found.longitude, found.place_words) == ("Fernbrook", "ZZ99", 53.41, -2.35, LETTERS_GO_NEAR_HERE)


def test_the_address_of_a_building_people_go_to_is_kept():
    text = LEAST + "  address: {from: more, may_be_a_home: true}\n"
    found = one(text, '1,Fern trust,"Fern Church, Larch Lane"')
    assert (found.address, found.about_here, found.place_words) == ("Fern Church, Larch Lane", False, LETTERS_GO_HERE)


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_mapping_that_comes_with_us_can_be_read_and_says_whose_it_is(path):
    mapping = find_mapping(path.stem)
    assert mapping.licence
    assert mapping.about
    assert all(mapping.left_out.values())
