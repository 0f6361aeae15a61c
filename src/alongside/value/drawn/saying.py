"""The words of the pictures: English where nobody says otherwise, and in the reader's language where a page does."""

from __future__ import annotations

from collections.abc import Callable

from alongside.foundation.words import Sentence

from ..moving import Assumption
from ..valued import Part

Says = Callable[..., str]
"""Says a sentence, with what belongs in its gaps by name."""


def in_english(said: Sentence, **parts: object) -> str:
    """As it is written here."""
    return said.lac % parts if parts else said.lac


ASSUMED: dict[Part | None, Sentence] = {
    Part.QUANTITY: Sentence("how many"),
    Part.PROXY: Sentence("worth of each"),
    Part.DEADWEIGHT: Sentence("would have happened anyway"),
    Part.DISPLACEMENT: Sentence("moved from somebody else"),
    Part.ATTRIBUTABLE_TO_OTHERS: Sentence("others’ doing"),
    Part.DROP_OFF: Sentence("lost from year to year"),
    Part.DURATION: Sentence("how long it lasts"),
    None: Sentence("put in"),
}
"""What is assumed, in the few words for which a picture has room; without a part, what was put in."""


def named(one: Assumption, say: Says) -> str:
    """`In work: would have happened anyway`: as a picture names an assumption."""
    whole = f"{one.of}: {say(ASSUMED[one.part])}"
    return whole[:1].upper() + whole[1:]


FROM_TO = Sentence("%(low)s to %(high)s")

OF_GROSS = Sentence("Of %(gross)s gross, %(left)s is left after every adjustment, for %(put_in)s put in")
SOCIAL_VALUE = Sentence("social value")
DASHED_PUT_IN = Sentence("dashed: put in, %(put_in)s")
STEP, CHANGES_IT_BY, LEFT = Sentence("step"), Sentence("changes it by"), Sentence("left")

MOVES_MOST = Sentence("“%(name)s” moves the result most: from %(low)s to %(high)s for each pound")
NOTHING_MOVES = Sentence("Nothing moves the result: %(central)s for each pound")
LINE_AND_DASHED = Sentence("line: %(central)s; dashed: £1.00")
HATCHED_AND_PLAIN = Sentence("hatched: at its low; plain: at its high")
ASSUMPTION, LOW, HIGH = Sentence("assumption"), Sentence("low"), Sentence("high")
AT_ITS_LOW, AT_ITS_HIGH = Sentence("ratio at its low"), Sentence("ratio at its high")

SPREAD = Sentence("%(low)s to %(high)s for each pound, in the middle %(median)s; %(share)s of draws are under £1.00")
NONE_UNDER = Sentence("%(low)s to %(high)s for each pound, in the middle %(median)s; no draw is under £1.00")
LESS_THAN_ONE = Sentence("less than 1 %%")
LINES_AT = Sentence("lines: %(low)s, %(median)s, %(high)s; dashed: £1.00")
OF_DRAWS = Sentence("of %(draws)s draws 95 in 100 lie between the outer two")
SINCE, UP_TO, DRAWS = Sentence("from"), Sentence("up to"), Sentence("draws")
