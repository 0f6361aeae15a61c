"""The sentences of what it was worth."""

from alongside.foundation.words import Sentence
from alongside.value.estimates import between
from alongside.value.valued import Part
from alongside.value.words import ASSUMED

FOR_THE_BETTER, FOR_THE_WORSE = "Better in their words", "Worse in their words"
ASKED_ANYWAY, ASKED_OTHERS = "Asked how much would have happened anyway.", "Asked how much was others’ doing."
NO_PROXY_YET = between(0, 0, 0, source="Nobody has said yet what one is worth, so it counts as nothing.")

PARTS = {Part(word.stored): word for word in ASSUMED[:-1]}
"""What is assumed of an outcome, as a page says it."""
PUT_IN = ASSUMED[-1]

POSTS = "posts"
POSTS_PAID = Sentence("What the posts of %(where)s cost over the year, as written down, paid for by %(streams)s. Posts of no one locality are not in it.")
POSTS_COST = Sentence("What the posts of %(where)s cost over the year, as written down. Posts of no one locality are not in it.")
"""Where the first sum that was put in comes from."""

ACTIVITIES = "activities"
ACTIVITIES_COST = Sentence(
    "What was spent out of the team’s budgets of the year, on activities, groups and our own work, as its books say. Promises are not in it."
)
"""Where the second comes from. Nobody's share is told."""

NO_FIGURES = Sentence("No figures have been made for this team yet. Make them first.")
"""Nothing can be valued before something is counted."""

YEAR_NOT_OVER = Sentence("Held back: the year was not over when this was kept. A version that is kept once it is over is told.")
NOTHING_LEFT = Sentence("Held back: of nothing that is valued here has a number left that tells of no small group of people.")
HELD_OUT = Sentence("Held back, and left out of everything that is told here: %(names)s.")
"""What of a version is not told to whoever sees no exact numbers."""

WORTH_OF_ONE = Sentence("one WELLBY, in pounds")
MEAN_OF_PAIRS = Sentence("The mean change of everybody who was asked again in the year, with its 95% interval.")
"""What WELLBYs rest on."""

KEPT_BEFORE = Sentence("This version was kept before WELLBYs stood beside a valuation. Keep another to have them.")
TOO_FEW_TOLD = Sentence("A mean change is not told of fewer than 30 pairs. Too few people were asked how satisfied they are a second time in this year.")
HELD_BACK = Sentence("Held back: the year was not over when this was kept, or 1 to 7 people could be read out of it.")
"""Why no WELLBY is told."""
