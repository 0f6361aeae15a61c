"""A small grammar for sums, read by hand: nothing that is written in a file is ever run.

    sum     = product { ("+" | "-") product }
    product = signed { ("*" | "/") signed }
    signed  = ("-" | "+") signed | power
    power   = share [ "**" signed ]            right to left, and tighter than the minus before it: -2**2 is -4
    share   = atom [ "%" ]                     a hundredth; nothing may follow it but a sign, a bracket or the end
    atom    = figure | "(" sum ")"
    figure  = 1234 | 1,234 | 12.5 | 1.2e6 | 1.2m      with or without £ before it; k, m and bn are thousands, millions and thousand millions

× ÷ − and · are read as * / - and *. Names, functions, comparisons and remainders are no part of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from . import sentences
from .literals import Figure, figure_at

LONGEST, DEEPEST = 2_000, 60
_SIGNS = {"×": "*", "·": "*", "÷": "/", "−": "-", "–": "-"}
_KNOWN = ("**", "+", "-", "*", "/", "(", ")", "%")


@dataclass(frozen=True)
class Minus:
    """What it holds, with its sign turned round."""

    of: Tree


@dataclass(frozen=True)
class Applied:
    """Two sums with a sign between them."""

    sign: str
    left: Tree
    right: Tree


@dataclass(frozen=True)
class Hundredth:
    """What it holds, in per cent."""

    of: Tree


Tree = Figure | Minus | Applied | Hundredth
Token = tuple[str | Figure, int]


def parse(text: str, name: str = "expr") -> Tree:
    """The sum that a text writes, or a refusal that says what in it cannot be read."""
    if len(text) > LONGEST:
        raise Refused(sentences.EXPRESSION_TOO_LONG, name=name, most=f"{LONGEST:,}")
    tokens = _tokens(text, name)
    if not tokens:
        raise Refused(sentences.EXPRESSION_EMPTY, name=name)
    reader = _Reader(tokens, name)
    tree = reader.sum()
    if reader.at < len(tokens):
        raise reader.unexpected(sentences.LEFT_OVER)
    return tree


def _tokens(text: str, name: str) -> list[Token]:
    found: list[Token] = []
    at = 0
    while at < len(text):
        letter = _SIGNS.get(text[at], text[at])
        if letter.isspace() or (letter == "£" and figure_at(text, at + 1, name)):
            at += 1
        elif read := figure_at(text, at, name):
            found.append((read[0], at + 1))
            at = read[1]
        elif sign := next((one for one in _KNOWN if (letter + text[at + 1 : at + 2]).startswith(one)), None):
            found.append((sign, at + 1))
            at += len(sign)
        else:
            raise Refused(sentences.UNKNOWN_CHARACTER, name=name, what=text[at : at + 12], at=at + 1)
    return found


class _Reader:
    """Reads tokens from left to right, one method for each line of the grammar."""

    def __init__(self, tokens: list[Token], name: str) -> None:
        self.tokens, self.name, self.at, self.deep = tokens, name, 0, 0

    def unexpected(self, said: Sentence) -> Refused:
        """That what stands here may not stand here."""
        what, at = self.tokens[self.at]
        return Refused(said, name=self.name, what=what.text if isinstance(what, Figure) else what, at=at)

    def next_is(self, *signs: str) -> str | None:
        """The sign that comes next, where it is one of these."""
        what = self.tokens[self.at][0] if self.at < len(self.tokens) else None
        return what if isinstance(what, str) and what in signs else None

    def sum(self) -> Tree:
        tree = self.product()
        while sign := self.next_is("+", "-"):
            self.at += 1
            tree = Applied(sign, tree, self.product())
        return tree

    def product(self) -> Tree:
        tree = self.signed()
        while sign := self.next_is("*", "/"):
            self.at += 1
            tree = Applied(sign, tree, self.signed())
        return tree

    def signed(self) -> Tree:
        self.deep += 1
        if self.deep > DEEPEST:
            raise Refused(sentences.EXPRESSION_TOO_DEEP, name=self.name, most=DEEPEST)
        sign = self.next_is("-", "+")
        if sign:
            self.at += 1
            tree: Tree = Minus(self.signed()) if sign == "-" else self.signed()
        else:
            tree = self.power()
        self.deep -= 1
        return tree

    def power(self) -> Tree:
        tree = self.share()
        if self.next_is("**"):
            self.at += 1
            tree = Applied("**", tree, self.signed())
        return tree

    def share(self) -> Tree:
        tree = self.atom()
        if self.next_is("%"):
            self.at += 1
            return Hundredth(tree)
        return tree

    def atom(self) -> Tree:
        if self.at == len(self.tokens):
            raise Refused(sentences.ENDS_TOO_SOON, name=self.name)
        what, _at = self.tokens[self.at]
        if isinstance(what, Figure):
            self.at += 1
            return what
        if what != "(":
            raise self.unexpected(sentences.NO_FIGURE_HERE)
        self.at += 1
        tree = self.sum()
        if not self.next_is(")"):
            raise Refused(sentences.NO_BRACKET, name=self.name) if self.at == len(self.tokens) else self.unexpected(sentences.LEFT_OVER)
        self.at += 1
        return tree
