"""Minutes, as people say hours."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

_QUARTERS = {0: "", 15: "¼", 30: "½", 45: "¾"}


def hours_said(minutes: int) -> str:
    """`20 minutes`, `1 hour`, `1½ hours`, `2 hours 10 minutes`; less than nothing with a minus before it."""
    if minutes < 0:
        return _("minus %(hours)s") % {"hours": hours_said(-minutes)}
    hours, rest = divmod(minutes, 60)
    if rest in _QUARTERS and (hours or not rest):
        said = f"{hours}{_QUARTERS[rest]}"
        return ngettext("%(said)s hour", "%(said)s hours", 1 if minutes == 60 else 2) % {"said": said}
    short = ngettext("%(rest)d minute", "%(rest)d minutes", rest) % {"rest": rest}
    return f"{hours_said(hours * 60)} {short}" if hours else short
