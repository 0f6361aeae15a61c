"""What a mapping may do to a cell on its way into the directory, each by a name of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from alongside.foundation.folding import fold, fold_phone, fold_postcode

_SMALL_WORDS = "a an and at by for from in of on or the to with"
_SMALL = frozenset(_SMALL_WORDS.split())
_LARGE_WORDS = "UK CIO CIC PTA PTFA NHS RC YMCA YWCA BME LGBT CAB U3A RDA AFC FC RFC GM DofE WI RNIB II III IV St Dr Mr Mrs Ltd Co"
_AS_WRITTEN = {word.casefold(): word for word in _LARGE_WORDS.split()}
_OFFICE_WORDS = (
    "admin bookings community contact email enquiries enquiry foodbank fareshare hello help hub info mail manager office pantry reception referral referrals "
    "secretary support team volunteering welcome"
)
_OFFICE = frozenset(_OFFICE_WORDS.split())
_WEBMAIL = (
    "gmail.",
    "googlemail.",
    "hotmail.",
    "outlook.",
    "yahoo.",
    "live.",
    "aol.",
    "btinternet.",
    "btconnect.",
    "talktalk.",
    "icloud.",
    "sky.",
    "virginmedia.",
    "ntlworld.",
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
"""Begins only where no address runs on from before and has a longest name, so that a long cell is read once and not from each of its letters."""
_WEB = re.compile(r"(?:(https?)://)?((?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:/[^\s<>\"']*)?)", re.I)
_LANDLINE = re.compile(r"(?:\+44\s?|0)(?:[1238][\d ()-]{8,13})")


def one_line(text: str) -> str:
    """Single spaces, no line breaks."""
    return " ".join(text.split())


def title_case(text: str) -> str:
    """A name all in capitals as one would write it; any other stays as it is."""
    text = one_line(text)
    if not text.isupper():
        return text
    said = [_titled(word, first=place == 0) for place, word in enumerate(text.split(" "))]
    return " ".join(said)


def _titled(word: str, *, first: bool) -> str:
    bare = word.strip("().,;:&'\"").casefold()
    if bare in _AS_WRITTEN:
        return word.casefold().replace(bare, _AS_WRITTEN[bare])
    if bare in _SMALL and not first:
        return word.casefold()
    if len(bare) > 1 and bare.isalpha() and not re.search("[aeiouy]", bare):
        return word
    if re.fullmatch(r"(\w\.)+\w?", word.strip("(),;:")):
        return word
    # A letter is large at the start, after a hyphen, slash, bracket or stop, and after O' or D'; not after the apostrophe of "Ann's".
    return re.sub(r"(?:^|(?<=[-/(&.])|(?<=\b[od]'))[a-z]", lambda m: m[0].upper(), word.casefold())


def sentence_case(text: str) -> str:
    """A text all in capitals as sentences; any other stays as it is."""
    if not text.isupper():
        return text
    return re.sub(r"(^|[.!?]\s+)(\w)", lambda m: m[1] + m[2].upper(), text.casefold())


def postcode(text: str) -> str:
    """A postcode as it is stored; empty when it is not one."""
    return fold_postcode(text) or ""


def phone(text: str) -> str:
    """A British telephone number in groups; empty when it is not one."""
    return _grouped(fold_phone(text))


def landline(text: str) -> str:
    """The first number in the text that belongs to a place, not to a pocket: mobile numbers are often one person's own."""
    found = _LANDLINE.search(text)
    return _grouped(fold_phone(found[0])[:11]) if found else ""


def _grouped(digits: str) -> str:
    if not re.fullmatch(r"0[1-9]\d{8,9}", digits):
        return ""
    if digits.startswith("02"):
        return f"{digits[:3]} {digits[3:7]} {digits[7:]}"
    if digits[1] in "389" or digits.startswith("011") or digits[3] == "1":
        return f"{digits[:4]} {digits[4:7]} {digits[7:]}"
    return f"{digits[:5]} {digits[5:]}"


def email(text: str) -> str:
    """An e-mail address alone, with nothing that a mail program would take for more (`?bcc=…`); empty when it is not one."""
    return text if _EMAIL.fullmatch(text) else ""


def office_email(text: str, beside: str = "") -> str:
    """An address that is an office's (`info@`, or a word of the entry's own name); never one that could be a person's own."""
    own = set(fold(beside).split())
    for address in _EMAIL.findall(text):
        local, domain = address.casefold().rstrip(".").split("@")
        first = re.split(r"[._+-]", local)[0]
        if not domain.startswith(_WEBMAIL) and (first in _OFFICE or local in own):
            return f"{local}@{domain}"
    return ""


def web_address(text: str) -> str:
    """The first address of a page in the text, with http:// before it; empty when there is none."""
    for word in text.split():
        found = _WEB.fullmatch(word.rstrip(".,;"))
        if found and "@" not in word:
            return f"{(found[1] or 'http').casefold()}://{found[2]}"
    return ""


def day(text: str) -> date | None:
    """`2025-06-20` or `20/06/2025`; None when it is neither."""
    try:
        if found := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text):
            return date(int(found[3]), int(found[2]), int(found[1]))
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def cost_of(text: str) -> str:
    """`some` where a price is named, `free` where the word is, else `unknown`."""
    if "£" in text or re.search(r"\bpay\b", text, re.I):
        return "some"
    return "free" if re.search(r"\bfree\b", text, re.I) else "unknown"


BY_NAME: dict[str, Callable[[str], str]] = {
    "one line": one_line,
    "title case": title_case,
    "sentence case": sentence_case,
    "postcode": postcode,
    "phone": phone,
    "landline": landline,
    "web address": web_address,
    "cost named": cost_of,
}
