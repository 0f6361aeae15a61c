"""What leaves holds fixed sentences and nothing that anybody typed: no name and no condition stands in a subject line, a text or an e-mail."""

from __future__ import annotations

import re
from datetime import date, timedelta
from email import message_from_bytes, policy

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from alongside.foundation.words import Vocabulary
from alongside.notices.models import Notice
from alongside.notices.out.smtp import letter_of
from alongside.notices.rules import Answer, Came, Sending, of_reply, of_status, rest_after
from alongside.notices.saying import said_in
from alongside.notices.words import CLOSED_GAPS, KINDS, OPEN_GAPS, SAYINGS, SIGNED

LINK = "https://alongside.example.org/register/k7m2-p9qx-3dfh-8tvw/"
_GAP = re.compile(r"%\((\w+)\)")


def gaps(sentence) -> set[str]:
    return set(_GAP.findall(f"{sentence.lac} {sentence.sp}"))


@pytest.mark.parametrize("kind", [word.stored for word in KINDS])
def test_a_subject_and_a_text_have_room_for_the_organisation_a_link_and_a_day_and_for_nothing_else(kind):
    saying = SAYINGS[kind]
    assert gaps(saying.subject) | gaps(saying.text) <= CLOSED_GAPS
    assert set().union(*(gaps(one) for one in (*saying.lines, SIGNED))) <= OPEN_GAPS
    assert gaps(saying.subject) <= {"organisation"}


def test_every_kind_has_its_sentences_and_no_sentence_is_without_a_kind():
    assert set(SAYINGS) == {word.stored for word in KINDS}


def test_a_text_fits_into_three_with_a_long_link_and_a_long_name():
    for kind in SAYINGS:
        _subject, words = said_in(
            Sending(kind, "text", "07700 900123", link=LINK), team="", organisation="Fernshire County Council", vocabulary=Vocabulary("lac")
        )
        assert len(words) <= 3 * 153


TYPED = st.text(st.characters(categories=["L", "N", "Zs"]), min_size=5).map(lambda words: f"Qz{words.strip()}zQ")


@given(st.sampled_from([word.stored for word in KINDS]), st.sampled_from(["e-mail", "text", "letter", "telephone"]), TYPED, TYPED)
def test_whatever_one_of_us_typed_of_whom_it_is_for_is_in_nothing_that_goes(kind, way, called, about):
    told = said_in(
        Sending(kind, way, "jo@example.org", called=called, about=about, link=LINK, until=date(2030, 1, 1)),
        team="Fernbrook team",
        organisation="Fernshire Council",
        vocabulary=Vocabulary("sp"),
    )
    assert not any(typed in line for typed in (called, about) for line in told)


def test_the_email_is_the_same_to_the_byte_whenever_it_is_made_and_says_that_a_computer_sent_it():
    at = timezone.now()
    subject, words = said_in(Sending("register link", "e-mail", "jo@example.org", link=LINK), team="A", organisation="Gŵyl", vocabulary=Vocabulary("lac"))
    notice = Notice(to="jo@example.org", subject_line=subject, words=words, message_id="<1@example.org>", at=at, reply_to="sam@example.org")
    assert letter_of(notice) == letter_of(notice)
    read = message_from_bytes(letter_of(notice), policy=policy.default)
    assert (read["Message-ID"], read["Auto-Submitted"], read["Reply-To"], read["To"]) == (
        "<1@example.org>",
        "auto-generated",
        "sam@example.org",
        "jo@example.org",
    )
    assert "Gŵyl" in read["Subject"]
    assert LINK in read.get_content()


@pytest.mark.parametrize(
    ("code", "reply", "came", "why"),
    [
        (250, "2.0.0 ok", Came.TAKEN, ""),
        (421, "4.3.2 closing", Came.LATER, ""),
        (550, "5.1.1 no such user", Came.REFUSED, "no such address"),
        (550, "No such user here", Came.REFUSED, "no such address"),
        (552, "5.2.2 over quota", Came.REFUSED, "full"),
        (554, "5.7.1 spam", Came.REFUSED, "unwanted"),
        (550, "5.7.26 not authenticated", Came.REFUSED, "unwanted"),
        (503, "5.5.1 bad sequence", Came.REFUSED, "refused"),
    ],
)
def test_what_a_mail_server_answers_is_understood(code, reply, came, why):
    assert of_reply(code, reply) == Answer(came, f"{code} {reply}", why)


@pytest.mark.parametrize(("code", "came"), [(400, Came.REFUSED), (403, Came.LATER), (429, Came.LATER), (500, Came.UNCERTAIN), (503, Came.UNCERTAIN)])
def test_what_notify_answers_is_understood(code, came):
    assert of_status(code, "").came is came


@given(st.integers(1, 1000))
def test_rests_grow_and_end_at_four_hours(tries):
    assert rest_after(tries) <= rest_after(tries + 1) <= timedelta(hours=4)
