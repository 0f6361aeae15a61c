"""A form is read before its page asks who sent it: what strangers send fills no memory, and who may send a picture still can."""

from __future__ import annotations

import io
import tracemalloc
from itertools import repeat

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from alongside.mine.models import TheirWords
from alongside.mine.rules import MOST_SAID
from alongside.pictures.models import TheirPicture
from alongside.pictures.rules import MOST_BYTES
from alongside.web.uploads import READ_PAST
from tests.mine.test_by_link import Given
from tests.pictures.photos import a_photo

MEGA = 1_000_000
_PART = b'--b\r\nContent-Disposition: form-data; name="picture"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'


class Sent(io.RawIOBase):
    """A form of so many files of so many bytes, made while it is read; it counts what was read of it."""

    def __init__(self, files: int, size: int) -> None:
        self.pieces = (piece for _ in range(files) for piece in (_PART, *repeat(b"a" * 50_000, size // 50_000), b"\r\n"))
        self.length = files * (len(_PART) + size // 50_000 * 50_000 + 2) + 7
        self.left, self.read_of_it = b"", 0

    def read(self, most: int = -1) -> bytes:
        while len(self.left) < most and (piece := next(self.pieces, None)):
            self.left += piece
        if len(self.left) < most and self.read_of_it + len(self.left) < self.length:
            self.left += b"--b--\r\n"
        given, self.left = self.left[:most], self.left[most:]
        self.read_of_it += len(given)
        return given


def sends(browser: Client, sent: Sent) -> tuple[int, int]:
    """What the page of pictures answers, and how many megabytes it held at once."""
    given = {"wsgi.input": sent, "CONTENT_LENGTH": str(sent.length), "CONTENT_TYPE": "multipart/form-data; boundary=b"}
    tracemalloc.start()
    answer = browser.generic("POST", reverse("mine:my pictures"), **given)
    highest = tracemalloc.get_traced_memory()[1] // MEGA
    tracemalloc.stop()
    return answer.status_code, highest


@pytest.fixture
def her(committed: str) -> Given:
    return Given()


@pytest.mark.django_db
def test_of_what_a_stranger_sends_nothing_is_kept_and_what_is_huge_is_not_even_read(tells):
    stranger = Client(enforce_csrf_checks=True)
    stranger.get(reverse("account_login"))
    one, many = Sent(1, 14_500_000), Sent(80, 14_500_000)
    single, flood = sends(stranger, one), sends(stranger, many)
    tells(f"a stranger's file of 14.5 MB takes {single[1]} MB, 80 of them {flood[1]} MB")
    assert (single[0], one.read_of_it, single[1] < 8, flood[0], flood[1] < 8, many.read_of_it) == (403, one.length, True, 413, True, 0)


@pytest.mark.django_db
def test_several_files_are_no_way_around():
    status, highest = sends(Client(), Sent(15, MEGA))
    assert (status, highest < 8) == (400, True)


def test_who_reads_their_own_copy_brings_a_picture_and_a_stranger_none(her):
    def brings(browser: Client):
        return browser.post(reverse("mine:my pictures"), {"picture": ContentFile(a_photo((300, 200)), "a.jpg"), "words": "My roses"})

    closed = brings(Client())
    her.types(her.code)
    opened = brings(her.browser)
    assert (closed.status_code, opened.status_code, len(her.rows(TheirPicture))) == (401, 303, 1)


def test_a_file_that_is_too_large_is_refused_in_a_sentence_and_takes_no_more_than_one(her):
    her.types(her.code)
    too_large, huge = Sent(1, 3 * MOST_BYTES), Sent(1, READ_PAST)
    first, second = sends(her.browser, too_large), sends(her.browser, huge)
    assert (first[0], first[1] < 2 * MOST_BYTES // MEGA, second[0], huge.read_of_it) == (422, True, 413, 0)


def test_words_of_a_million_letters_are_refused_in_a_sentence_and_given_back(her):
    her.types(her.code)
    long = her.browser.post(reverse("mine:my words"), {"words": "y" * 900_000})
    page = long.content.decode()
    assert (long.status_code, "Only 20000 letters fit at once" in page, "yyyy" in page, her.rows(TheirWords)) == (422, True, True, [])


def test_a_link_writes_so_often_a_day_and_then_says_who_can_be_rung(her):
    her.types(her.code)
    written = [her.browser.post(reverse("mine:my words"), {"words": f"My words {n}"}).status_code for n in range(MOST_SAID)]
    once_more = her.browser.post(reverse("mine:my words"), {"words": "The last straw"})
    page = once_more.content.decode()
    assert (set(written), once_more.status_code, len(her.rows(TheirWords))) == ({303}, 422, MOST_SAID)
    assert ("all of it is kept" in page, "The last straw" in page) == (True, True)
