"""The whole plan of the invented town: no database, only a seed and a day."""

from __future__ import annotations

from datetime import date, timedelta

from .away import away
from .chance import Chance
from .colleagues import confirmations, hours, looks
from .composing import composed_lives
from .days import working_day
from .groups import groups
from .how_life_goes import how_life_goes
from .in_figures import in_figures, measured
from .inventing import Inventor
from .lately import add_lately
from .light import honest_endings, light_contacts
from .meetings import meetings
from .neighbourhood import postcodes
from .plan import Life, Size, World
from .stories import told_in_full
from .telling import Telling
from .together import together
from .whats_good import as_first_given, as_given_later

SEED = 7
THE_DEMO = Size(stories=13, composed={"harbour": 26, "lowfields": 27, "overbracken": 29}, light=42, endings=13)
"""150 people: everybody whose story or contact is written down, and 82 lives made of parts."""


def plan_world(seed: int, today: date, size: Size = THE_DEMO) -> World:
    """Everything that will have happened by this morning; the same for the same seed and day."""
    chance = Chance(seed)
    inventor = Inventor(chance, today)
    lives: list[Life] = told_in_full(inventor, today)[: size.stories]
    lives += composed_lives(chance, inventor, today, size.composed)
    lives += list(light_contacts(chance, inventor, today))[: size.light]
    lives += list(honest_endings(chance, inventor, today))[: size.endings]
    add_lately(chance, lives, today)
    deeds = [deed for life in lives for deed in Telling(chance, today, life).deeds()]
    deeds += list(looks(chance, lives, deeds, today))
    deeds += confirmations(chance, today)
    # Of its own chance, so that the rest of the town stays as it was.
    deeds += together(Chance(seed), lives, today)
    measured(Chance(seed), deeds, today)
    deeds += list(in_figures(Chance(seed), lives, deeds, today))
    deeds += list(how_life_goes(Chance(seed), lives, deeds, today))
    deeds += groups(today)
    deeds += meetings(lives, today)
    deeds += away(Chance(seed), lives, today)
    hour = hours()
    deeds.sort(key=lambda deed: (deed.on, hour[deed.by]))
    began = working_day(min(deed.on for deed in deeds) - timedelta(days=10))
    return World(seed, today, began, postcodes(), as_first_given(), as_given_later(chance, today), lives, deeds)
