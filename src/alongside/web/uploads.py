"""Files are refused, but for the pages that say how large a one they take (`@page(takes_a_file_of=…)`); those keep it in memory alone.

One file a form, and only of somebody whom the page is for: of anybody else's file not a byte is kept, since a form is read
before its page asks who sent it. What is larger than any form of ours is not read at all.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

WORDS_BESIDE = 1_000_000
"""Bytes of the words and the wrapping that come with a file."""
READ_PAST = 64_000_000
"""Bytes of a form of somebody the page is for: a file that is too large is read past, so that the words beside it come back."""


def largest_file(request: Any) -> int:
    """How many bytes of a file the page that is asked for takes; 0 for nearly every page."""
    where = getattr(request, "resolver_match", None)
    return getattr(where.func, "takes_a_file_of", 0) if where else 0


def may_bring_one(request: Any) -> bool:
    """Whether whoever sends a form is one of those from whom the page takes a file."""
    return bool(largest_file(request)) and request.resolver_match.func.takes_a_file_from(request)


class OnlyWhereTaken(FileUploadHandler):
    """Reads past every file that no page takes, so that the words before and after it are kept, and remembers that one was sent.

    Of a file that is too large no more is kept than shows it: it is a byte longer than may be.
    """

    has_one = False

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.largest, self.kept = largest_file(self.request), io.BytesIO()
        if not self.largest and self.request is not None:
            self.request.sent_a_file = True
        if not self.largest or self.has_one or not may_bring_one(self.request):
            raise SkipFile
        self.has_one = True

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.kept.write(raw_data[: max(0, self.largest + 1 - self.kept.tell())])

    def file_complete(self, file_size: int) -> UploadedFile:
        size = self.kept.tell()
        self.kept.seek(0)
        return InMemoryUploadedFile(self.kept, self.field_name, self.file_name or "", self.content_type, size, self.charset, self.content_type_extra)


def sent_a_file(request: Any) -> bool:
    """Whether a form came with a file to a page that takes none; only a form that can hold one is read for it."""
    if request.content_type != "multipart/form-data":
        return False
    request.POST  # noqa: B018 - reading it is what finds a file
    return getattr(request, "sent_a_file", False)


class unread_if_huge:
    """Refuses what says that it is larger than any form of ours, before a byte of it is read. A class, because Django asks one for `process_view`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: Any, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        try:
            says = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            says = 0
        if says <= largest_file(request) + WORDS_BESIDE or (says <= READ_PAST and (request.user.is_authenticated or may_bring_one(request))):
            return None
        sentence = _("What you sent is far larger than anything that we take. Send less, or one file in a smaller size.")
        # Nothing is given back: it would have to be read.
        return render(request, "web/422.html", {"sentence": sentence, "kept_words": {}, "retry_url": request.path}, status=413)
