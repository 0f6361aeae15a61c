"""A whole file of published figures, case by case: what cannot be read is said so on its line, and the next is gone on to."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from alongside.foundation.refusals import Refused

from . import sentences
from .arithmetic import ABOVE, BELOW, judge_expression, judge_interval, judge_ratio
from .fields import EXPRESSION, PUBLISHED, bounds, first
from .lists import HEADLINES, PARTS, judge_headlines, judge_reconciliation
from .reading import Named, Unread, read_cases, safe
from .sroi_rows import ROWS, judge_rows
from .verdicts import Judged, Verdict


def recompute(content: bytes) -> Iterator[Judged]:
    """Each case of a file, judged; Refused where the file as a whole cannot be read."""
    seen: set[str] = set()
    for case in read_cases(content):
        if isinstance(case, Unread):
            yield _unread(case.where, case.why)
            continue
        name = safe(case["id"], 200)
        if name in seen:
            yield _unread(name, Refused(sentences.ID_TWICE))
            continue
        seen.add(name)
        yield judge(case, name)


def judge(case: Named, name: str) -> Judged:
    """One case, whatever stands in it."""
    try:
        if case.twice:
            raise Refused(sentences.NAME_TWICE, name=safe(case.twice[0], 60))
        return _form(case)(case, name)
    except Refused as refused:
        return _unread(name, refused)


def _form(case: Named) -> Callable[[Named, str], Judged]:
    """How a case is to be read, by what stands in it; its kind alone never decides."""
    if first(case, ROWS):
        return judge_rows
    if first(case, PARTS):
        return judge_reconciliation
    said = first(case, PUBLISHED)
    if first(case, HEADLINES) or (said and isinstance(said[1], list)):
        return judge_headlines
    if first(case, EXPRESSION):
        return judge_expression
    if first(case, ABOVE) and first(case, BELOW):
        return judge_ratio
    if said and bounds(case):
        return judge_interval
    raise Refused(sentences.NO_FORM)


def _unread(name: str, why: Refused) -> Judged:
    return Judged(name, Verdict.CANNOT_BE_READ, safe(why.sentence, 600))
