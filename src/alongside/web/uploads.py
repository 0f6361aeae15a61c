"""Files are refused until a page needs them."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile


class RefuseUploads(FileUploadHandler):
    """Reads past every file, so that the words before and after it are kept, and remembers that one was sent."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        if self.request is not None:
            self.request.sent_a_file = True
        raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        return None

    def file_complete(self, file_size: int) -> None:
        return None


def sent_a_file(request: Any) -> bool:
    """Whether a form came with a file; only a form that can hold one is read for it."""
    if request.content_type != "multipart/form-data":
        return False
    request.POST  # noqa: B018 - reading it is what finds a file
    return getattr(request, "sent_a_file", False)
