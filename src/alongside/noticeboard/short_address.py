"""The address of an entry short enough for a text message, and to be typed off a card: ten letters, of which none looks like another."""

from __future__ import annotations

from uuid import UUID

_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
_LOOKS_LIKE = str.maketrans({"o": "0", "i": "1", "l": "1", "u": "v"})
_MANY = 10
DIGITS = 12
"""Hexadecimal digits at the end of a key, all by chance (48 bits): two of a million entries share them once in two thousand directories."""


def short_of(key: UUID) -> str:
    """`7k3m9qx4dt`."""
    number = key.int & (1 << 4 * DIGITS) - 1
    return "".join(_LETTERS[number >> 5 * place & 31] for place in reversed(range(_MANY)))


def ending_in(short: str) -> str | None:
    """The last digits of the key that it stands for; None when it is no such address."""
    letters = "".join(one for one in short.lower() if one.isalnum()).translate(_LOOKS_LIKE)
    if len(letters) != _MANY or not set(letters) <= set(_LETTERS):
        return None
    number = 0
    for letter in letters:
        number = number << 5 | _LETTERS.index(letter)
    return f"{number:0{DIGITS}x}" if number < 1 << 4 * DIGITS else None
