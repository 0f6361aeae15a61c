"""A receipt, sent as a photograph or as a PDF: pages drawn anew by us, with nothing else of what was sent: no hidden words, no links, no programs."""

from __future__ import annotations

import tempfile
from pathlib import Path

import typst

from alongside.foundation.refusals import Refused

from . import words
from .redrawing import redrawn

MOST_BYTES_OF_A_PDF = 5_000_000
MOST_PAGES = 5
DOTS_AN_INCH = 130
"""A page of A4 has 1,520 dots on its longer side: print of six points can be read."""
# Whatever size a page says it has, it is drawn within a sheet of A4.
_ONE_PAGE = '#set page(width: 595pt, height: 842pt, margin: 0pt)\n#image("sent.pdf", format: "pdf", page: {number}, width: 100%, height: 100%, fit: "contain")'


def pages_of(sent: bytes) -> tuple[bytes, ...]:
    """A photograph or a PDF as JPEGs, a page each; refused in a sentence that stands by the box of the receipt."""
    try:
        return _of_a_pdf(sent) if sent[:5] == b"%PDF-" else (redrawn(sent),)
    except Refused as refused:
        raise Refused(refused.said, field="receipt", **refused.parts) from None


def _of_a_pdf(sent: bytes) -> tuple[bytes, ...]:
    if len(sent) > MOST_BYTES_OF_A_PDF:
        raise Refused(words.PDF_TOO_LARGE, most=MOST_BYTES_OF_A_PDF // 1_000_000)
    drawn: list[bytes] = []
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "sent.pdf").write_bytes(sent)
        while (page := _page(Path(folder), len(drawn) + 1)) is not None:
            drawn.append(page)
            if len(drawn) > MOST_PAGES:
                raise Refused(words.PDF_TOO_LONG, most=MOST_PAGES)
    return tuple(drawn)


def _page(folder: Path, number: int) -> bytes | None:
    """One page; None after the last."""
    sheet = folder / "page.typ"
    sheet.write_text(_ONE_PAGE.format(number=number))
    try:
        made = typst.compile(sheet, root=folder, format="png", ppi=DOTS_AN_INCH)
    except typst.TypstError as error:
        if number > 1 and "does not exist" in str(error):
            return None
        raise Refused(words.PDF_BROKEN) from None
    return redrawn(made if isinstance(made, bytes) else made[0])
