"""A form as a browser sends it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.files import File
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart


def as_a_form(data: dict[str, Any]) -> tuple[str | bytes, str]:
    """What a browser sends, and how it says so: piece by piece when there is a file among the words."""
    if any(isinstance(value, File) for value in data.values()):
        return encode_multipart(BOUNDARY, data), MULTIPART_CONTENT
    return urlencode(data), "application/x-www-form-urlencoded"
