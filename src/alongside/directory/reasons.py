"""Why an entry fits and what might get in the way, as sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.foundation.folding import fold
from alongside.foundation.words import Vocabulary
from alongside.places.distance import metres_by_road, minutes_on_foot
from alongside.web.vocabulary import say_word, word_for

from .closeness.texts import pieces_of
from .finding import CLOSE, POINTS
from .languages import BY_CODE
from .models import Entry
from .offers import Weighed
from .wishing import Wish

A_WALK = 1_600
"""Metres in a straight line that many people walk in 25 minutes; further is said to be in the way."""

A_DAYS_WALK = 5_000
"""Metres above which minutes on foot help nobody."""

LONG_AGO = 365
"""Days after which a confirmation is a worry rather than a reason."""


def why_it_fits(wish: Wish, weighed: Weighed, entry: Entry) -> list[str]:
    """What speaks for it, the strongest first."""
    said = [*mentions(weighed), *close_to(weighed, entry)]
    if weighed.metres is not None and weighed.metres <= A_WALK:
        said.append(how_far(weighed.metres))
    if entry.cost == "free":
        said.append(_("free"))
    if wish.days & set(entry.days):
        said.append(_("meets or opens on %(days)s") % {"days": days_said(sorted(wish.days & set(entry.days)))})
    said += [access_said(feature) for feature in sorted((wish.access | wish.helps) & set(entry.access))]
    if wish.spoken in BY_CODE and BY_CODE[wish.spoken].is_in(entry.languages):
        said.append(_("%(language)s is spoken there") % {"language": BY_CODE[wish.spoken].name})
    if entry.room in ("room", "little"):
        said.append(_lower(room_said(entry)))
    said += weighed.fits
    age = days_since(entry.confirmed_on, wish.today)
    if age is not None and age <= LONG_AGO:
        said.append(_("confirmed %(how)s %(ago)s") % {"how": say_word(word_for(entry.confirmed_how, "directory.CONFIRMED_HOW")), "ago": long_ago(age)})
    return list(dict.fromkeys(said))


def mentions(weighed: Weighed) -> list[str]:
    """The words of the wish that it speaks of, those that it says itself first; each once."""
    said = {match.mentions: _mention(match.said, match.mentions, match.how) for match in sorted(weighed.matches, key=lambda match: match.how == "says")}
    first = sorted(weighed.matches, key=lambda match: match.how != "says")
    return [said[word] for word in dict.fromkeys(match.mentions for match in first)]


A_LINE = 90
"""Letters of a piece of an entry that are read out."""


def close_to(weighed: Weighed, entry: Entry) -> list[str]:
    """The piece of the entry that means nearly what they said, and what of it: where that is more than the words it mentions."""
    close = weighed.close
    pieces = pieces_of(entry.name, entry.description)[1:]
    if close is None or close.value < CLOSE or close.piece >= len(pieces):
        return []
    piece = pieces[close.piece].rstrip(" .,;:")
    if any(match.mentions in fold(piece) for match in weighed.matches):
        return []
    said = {"piece": shortened(piece, A_LINE), "said": shortened(close.said, A_LINE)}
    return [_("says “%(piece)s”, which is close to “%(said)s”") % said]


def shortened(text: str, most: int) -> str:
    """The text, or its first words with a mark that there are more."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0].rstrip(" .,;:") + "…"


def what_is_in_the_way(wish: Wish, weighed: Weighed, entry: Entry) -> list[str]:
    """What speaks against it; last, in one line, what nobody has told us."""
    said = []
    if entry.latitude is None:
        said.append(_("place not known"))
    if weighed.metres is not None and weighed.metres > A_WALK:
        said.append(how_far(weighed.metres))
    if weighed.for_others:
        said.append(_("meant for others: %(whom)s") % {"whom": ", ".join(weighed.for_others)})
    if entry.cost == "some":
        said.append(_("costs something"))
    if entry.access_missing:
        said.append(_("not there: %(features)s") % {"features": ", ".join(access_said(feature) for feature in entry.access_missing)})
    if entry.room in ("waiting", "full"):
        said.append(_lower(room_said(entry)))
    if entry.not_for:
        said.append(_("not for: %(whom)s") % {"whom": _lower(entry.not_for)})
    said += weighed.in_the_way
    if entry.place_words:
        said.append(_lower(entry.place_words))
    age = days_since(entry.confirmed_on, wish.today)
    if age is not None and age > LONG_AGO:
        said.append(_("last confirmed %(ago)s") % {"ago": long_ago(age)})
    unknown = not_known(wish, entry)
    return [*said, _("not known: %(what)s") % {"what": ", ".join(unknown)}] if unknown else said


def not_known(wish: Wish, entry: Entry) -> list[str]:
    """What nobody has told us, of what was asked for or always matters."""
    said = [access_said(feature) for feature in sorted((wish.access | wish.helps) - {*entry.access, *entry.access_missing})]
    if not said and not (entry.access or entry.access_missing or entry.access_words):
        said.append(_("how easy it is to get in"))
    if not (entry.days or entry.times):
        said.append(_("its days"))
    if entry.cost == "unknown":
        said.append(_("what it costs"))
    if wish.room_now and not entry.room:
        said.append(_("whether there is room"))
    if entry.confirmed_on is None:
        said.append(_("whether it still holds"))
    return said


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:].rstrip(".")


def _mention(said: str, mentions: str, how: str) -> str:
    if how == "says":
        return _("mentions “%(word)s”") % {"word": mentions}
    return _("mentions “%(word)s”, close to “%(said)s”") % {"word": mentions, "said": said}


def how_far(metres: float) -> str:
    """`0.8 km away, about 13 minutes' walk`: a straight line, and the time by road."""
    if metres > A_DAYS_WALK:
        return _("%(distance)s away") % {"distance": distance_said(metres)}
    minutes = minutes_on_foot(metres_by_road(metres))
    walk = ngettext("about %(minutes)d minute's walk", "about %(minutes)d minutes' walk", minutes) % {"minutes": minutes}
    return _("%(distance)s away, %(walk)s") % {"distance": distance_said(metres), "walk": walk}


def distance_said(metres: float) -> str:
    """`0.8 km`; below 100 metres `100 m`, because a postcode is no nearer than that."""
    return _("100 m") if metres < 100 else _("%(km).1f km") % {"km": metres / 1000}


def days_said(days: Sequence[int]) -> str:
    """`Tuesday and Friday`; every day said as such."""
    if len(set(days)) == 7:
        return _("every day")
    names = [str(WEEKDAYS[day - 1]) for day in sorted(days)]
    return names[0] if len(names) == 1 else _("%(days)s and %(last)s") % {"days": ", ".join(names[:-1]), "last": names[-1]} if names else ""


def access_said(feature: str, vocabulary: Vocabulary = Vocabulary.LOCAL_AREA_COORDINATION) -> str:
    """An access feature as we say it."""
    return say_word(word_for(feature, "directory.ACCESS"), vocabulary)


def room_said(entry: Entry) -> str:
    """`Full at the moment (27 November 2026)`; nothing where nobody has said."""
    if not entry.room:
        return ""
    said = say_word(word_for(entry.room, "directory.ROOM"), capital=True)
    return f"{said} ({date_format(entry.room_on)})" if entry.room_on else said


def days_since(day: date | None, today: date) -> int | None:
    """Whole days, never below nought; None when there is no day."""
    return None if day is None else max(0, (today - day).days)


def long_ago(days: int) -> str:
    """`today`, `3 weeks ago`, `5 months ago`, `2 years ago`."""
    if days == 0:
        return _("today")
    for size, said in (
        (730, lambda n: ngettext("%d year ago", "%d years ago", n)),
        (60, lambda n: ngettext("%d month ago", "%d months ago", n)),
        (14, lambda n: ngettext("%d week ago", "%d weeks ago", n)),
    ):
        if days >= size:
            number = int(days / {730: 365.25, 60: 30.44, 14: 7}[size])
            return said(number) % number
    return ngettext("%d day ago", "%d days ago", days) % days


def parts_said(weighed: Weighed) -> list[tuple[str, float, float]]:
    """Each part of the score: what it is, its points, and the most it could have."""
    names = {
        "words": _("How sure we are that it is about the words"),
        "meaning": _("How close it is in meaning"),
        "wording": _("How much it says in the same words"),
        "nearness": _("How near it is"),
        "freshness": _("How lately it was confirmed"),
        "company": _("There are people, where company is asked for"),
        "community first": _("Community before services"),
        "cost": _("Free"),
        "how it went": _("How many who went went back"),
        "days": _("Meets or opens on the days asked for"),
        "access": _("Has the access asked for"),
        "would help": _("Has what would help"),
    }
    # By words alone, there is nothing to say of these.
    told = [name for name in POINTS if weighed.close or name not in ("meaning", "wording", "company")]
    return [(names[name], weighed.parts.get(name, 0.0), POINTS[name]) for name in told]
