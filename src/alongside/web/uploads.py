"""Files are refused, but for the pages that say how large a one they take (`@page(takes_a_file_of=…)`); those keep it in memory alone."""

from __future__ import annotations

import io
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile


def largest_file(request: Any) -> int:
    """How many bytes of a file the page that is asked for takes; 0 for nearly every page."""
    where = getattr(request, "resolver_match", None)
    return getattr(where.func, "takes_a_file_of", 0) if where else 0


class OnlyWhereTaken(FileUploadHandler):
    """Reads past every file that no page takes, so that the words before and after it are kept, and remembers that one was sent.

    Of a file that is too large no more is kept than shows it: it is a byte longer than may be.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.largest, self.kept = largest_file(self.request), io.BytesIO()
        if not self.largest:
            if self.request is not None:
                self.request.sent_a_file = True
            raise SkipFile

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
