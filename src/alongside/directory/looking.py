"""Finding by words and by meaning together, over whatever directory: the house's own, or one out of a file that is judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import replace
from uuid import UUID

from . import finding
from .closeness.encoder import Encoder, Floats
from .closeness.likely import Asked, close_in, likely
from .closeness.shelf import Shelf
from .closeness.texts import MOST_CLAUSES, clauses_of
from .closeness.wording import Wording, rareness
from .meanings import Meanings
from .offers import Close, Found, Offer, Sought
from .reading import Reading, read
from .stemming import stems_in, telling
from .wishing import Vocabulary, Wish, stems_to_count, terms_of

A_STORY = 25
"""Words above which a wish is a story: then only the words that we understood count as they stand."""

Fetch = Callable[[Sequence[UUID]], tuple[list[Offer], Mapping[UUID, Floats]]]
"""Gives entries by their ids, and of those that are encoded the vectors of their whole and of their pieces."""


def look(wish: Wish, reading: Reading, meanings: Meanings, shelf: Shelf, encoder: Encoder | None, fetch: Fetch, among: Set[UUID] | None = None) -> Found:
    """Everything that suits, the best first; where `among` is given, of these alone."""
    wanted = wanted_words(wish.words, reading, meanings)
    asked = asked_of([*wanted, *meant_by(wanted, reading, meanings)], encoder) if encoder else Asked()
    sought = sought_on(shelf, wish, reading, meanings)
    if wish.words.strip() and not sought.terms and not sought.anything and not len(asked.vectors):
        return Found()
    anything = sought.anything
    if len(asked.vectors):
        names = names_of(reading, meanings)
        lost, company = all(topic.aside for topic in reading.topics), COMPANY in names and len(names) > 1
        sought = replace(sought, wording=wording_of(shelf, wanted, reading), anything=False, lost=lost, company=company)
    found = _best(sought, asked, meanings, shelf, fetch, among)
    if anything and not (found.near or found.apart):
        # Who asks for something to do, whatever it is, is not told that there is nothing.
        found = _best(replace(sought, anything=True), asked, meanings, shelf, fetch, among)
    return found


def _best(sought: Sought, asked: Asked, meanings: Meanings, shelf: Shelf, fetch: Fetch, among: Set[UUID] | None) -> Found:
    """What suits of those that may come first."""
    offers, vectors = fetch(likely(shelf, sought, asked, among=among))
    if len(asked.vectors):
        close = {one: Close(value, asked.clauses[part], piece) for one, (value, part, piece) in close_in(asked, vectors).items()}
        sought = replace(sought, close=close)
    return finding.find(sought, offers, meanings)


def sought_on(shelf: Shelf, wish: Wish, reading: Reading, meanings: Meanings) -> Sought:
    """What to look for, each word weighed by how rare it is on this shelf."""
    stems = stems_to_count((*reading.topics, *reading.unwanted), meanings)
    vocabulary = Vocabulary(shelf.entries, shelf.using(stems)) if stems else Vocabulary()
    wanted, unwanted = (terms_of(topics, meanings, vocabulary) for topics in (reading.topics, reading.unwanted))
    return Sought(wish.with_what_was_read(reading), wanted, unwanted, reading.anything)


COMPANY = "company"
"""The name of the meaning that asks for people (knowledge/meanings/company.yaml)."""


def names_of(reading: Reading, meanings: Meanings) -> list[str]:
    """What the words that we know are called, each once."""
    return list(dict.fromkeys(meanings.names[topic.meant] for topic in reading.topics if topic.meant in meanings.names))


def meant_by(wanted: Sequence[str], reading: Reading, meanings: Meanings) -> list[str]:
    """Of a wish with several parts, what its words are called besides: who mended radios may want to mend rather than to buy one."""
    return [name for name in names_of(reading, meanings)[:MOST_CLAUSES] if name not in wanted] if len(wanted) > 1 else []


def asked_of(wanted: Sequence[str], encoder: Encoder) -> Asked:
    """The wish as vectors."""
    return Asked(wanted, encoder.encode(wanted)) if wanted else Asked()


def wanted_words(words: str, reading: Reading, meanings: Meanings) -> list[str]:
    """The whole of what they would like, and each part of it: without what must not be, and without what only says when or how to get in."""
    if not (reading.topics or reading.unwanted or reading.filters):
        return [words.strip()] if stems_in(words) else []
    parts = [part for part in clauses_of(words) if _is_wanted(part, reading, meanings)]
    if len(parts) == len(clauses_of(words)):
        return [words.strip(), *(parts if len(parts) > 1 else ())]
    return [", ".join(parts), *(parts if len(parts) > 1 else ())] if parts else []


def _is_wanted(part: str, reading: Reading, meanings: Meanings) -> bool:
    alone = read(part, meanings)
    if alone.unwanted and not alone.topics:
        return False
    said = {topic.said for topic in reading.topics}
    if any(topic.said in said for topic in alone.topics):
        return True
    refused = {topic.said for topic in reading.unwanted}
    return bool(telling(stems_in(part))) and not alone.filters and not any(topic.said in refused for topic in alone.topics)


def wording_of(shelf: Shelf, wanted: Sequence[str], reading: Reading) -> Wording:
    """What the very words are worth: all of a short wish, of a story those that were understood."""
    stems = telling(stems_in(wanted[0]))
    if len(stems) > A_STORY:
        stems = telling([word for topic in reading.topics for word in topic.phrase])
    using = shelf.using(stems)
    return Wording({stem: rareness(shelf.entries, many) for stem, many in using.items()}, shelf.mean_size)
