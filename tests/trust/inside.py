"""What stands in a file that an answer brings: a PDF's words are squeezed and numbered by letter, a zip's are squeezed."""

from __future__ import annotations

import io
import zipfile

from pypdf import PdfReader


def words_inside(kind: str, content: bytes) -> str:
    """Every word of it, as somebody reads it or as a program finds it; nothing where the answer is as it is read."""
    if kind == "application/pdf" and content:
        return _of_a_pdf(content)
    if kind == "application/zip" and content:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return "\n".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    return ""


def _of_a_pdf(content: bytes) -> str:
    pdf = PdfReader(io.BytesIO(content))
    told = [page.extract_text() for page in pdf.pages]
    # A long word is broken at the end of a line: read once more without the breaks.
    whole = "\n".join(told)
    around = [str(value) for value in (pdf.metadata or {}).values()]
    pictures = [image.data.decode("latin-1") for page in pdf.pages for image in page.images]
    described = [str(one) for one in _alternatives(pdf)]
    return "\n".join([whole, whole.replace("\n", ""), *around, *described, *pictures])


def _alternatives(pdf: PdfReader) -> list[object]:
    """What is said of a picture to whoever cannot see it."""
    held = (pdf.get_object(number) for number in range(1, int(pdf.trailer["/Size"])))
    return [one["/Alt"] for one in held if isinstance(one, dict) and "/Alt" in one]
