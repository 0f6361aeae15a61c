"""The small drawings of Easy Read, in a page: `{% easy_picture line.picture %}`."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString, mark_safe

from alongside.mine.easy_read import drawing

register = template.Library()


@register.simple_tag
def easy_picture(name: str) -> SafeString:
    """One of our own drawings; the words beside it say what it shows."""
    return mark_safe(drawing(name).replace("<svg ", '<svg class="easy__picture" aria-hidden="true" focusable="false" ', 1))  # noqa: S308 - ours
