"""The words of value: what a change was worth, how much of it is left after every adjustment, and why a figure was refused."""

from alongside.foundation.words import Sentence, Word

SOCIAL_RETURN = Word("social return", "social return", "What changed, valued in pounds after every adjustment, for each pound put in. It is not cash.")
VALUATION = Word("valuation", "valuation", "Outcomes, what each is worth and every adjustment, reckoned beside what was put in.")
PROXY = Word("proxy", "proxy", "What one change is worth in pounds, with its source and the year of its prices.", plurals={"proxy": "proxies"})
DEADWEIGHT = Word("deadweight", "deadweight", "The share of a change that would have happened anyway.", plurals={"deadweight": "deadweight"})
DISPLACEMENT = Word(
    "displacement", "displacement", "The share of a change that only moved something from somebody else.", plurals={"displacement": "displacement"}
)
ATTRIBUTABLE_TO_OTHERS = Word(
    "attributable to others",
    "attributable to others",
    "The share of a change that was the doing of others than us.",
    plurals={"attributable to others": "attributable to others"},
)
DROP_OFF = Word("drop-off", "drop-off", "The share of what is left of a change that is lost from each year to the next.", plurals={"drop-off": "drop-off"})
WELLBY = Word("WELLBY", "WELLBY", "One point of life satisfaction, from 0 to 10, of one person for one year.")

SCOPES = (
    Word("fiscal", "money of public bodies", "What a public body spends less, or more.", plurals={"money of public bodies": "money of public bodies"}),
    Word("economic", "money of others", "What people, firms or the economy gain or lose.", plurals={"money of others": "money of others"}),
    Word("wellbeing", "wellbeing", "What a better or worse life is worth; nobody is paid it.", plurals={"wellbeing": "wellbeing"}),
)

NO_NUMBER = Sentence("%(what)s is “%(given)s”, which is no number. Write it in figures, such as 0.4 or 8500.")
FAR_TOO_MUCH = Sentence("%(what)s is %(given)s: larger or finer than any figure here can be. Look at it again.")
LOW_ABOVE_HIGH = Sentence("Low %(low)s, central %(central)s, high %(high)s: write them in that order, none smaller than the one before.")
NOT_FOR_NOUGHT = Sentence("A lognormal figure lies above nought, and its low is %(low)s. Choose another shape, or another low.")
NO_SHARE = Sentence("%(part)s of “%(outcome)s” is %(given)s. It is a share, from 0 (nothing) to 1 (all): write 0.4 for 40 %%.")
NO_DURATION = Sentence("“%(outcome)s” lasts %(given)s years. Write how long it lasts in years, from 0 to %(most)s.")
PROXY_BELOW_NOUGHT = Sentence("The proxy of “%(outcome)s” is %(given)s. A change for the worse is a quantity below nought; its proxy is a sum above it.")
NAME_AN_OUTCOME = Sentence("Give each outcome a name: every pound is opened by it.")
NAMED_TWICE = Sentence("Two outcomes are called “%(name)s”. Give each a name of its own.")
INPUT_TWICE = Sentence("Two inputs are called “%(name)s”. Give each a name of its own, such as its year.")
INPUT_BELOW_NOUGHT = Sentence("The input “%(name)s” is %(given)s. What was put in is a sum of nought or more.")
YEAR_OF_AN_INPUT = Sentence("The input “%(name)s” is put in in year %(year)s. Years are counted from 1 to %(most)s.")
NOTHING_PUT_IN = Sentence("Nothing was put in, so there is no return for each pound. Add what the funding streams paid.")
NO_SUCH_DISCOUNTING = Sentence("There is no discounting called “%(name)s”. There is: %(known)s.")
NO_RATE_SO_LATE = Sentence("“%(name)s” has no rate for year %(year)s. Its last is for year %(last)s.")
NO_SUCH_ASSUMPTION = Sentence("There is no assumption “%(part)s” of “%(outcome)s” in this valuation.")
NO_TABLE = Sentence("The table of changes is %(shape)s. It has a row for each person and a column for each of the %(many)s outcomes.")
NO_CHANGE = Sentence("Row %(row)s of the changes holds something that is no number. Leave out whoever was not asked.")
UNKNOWN_OUTCOME = Sentence("There is no outcome “%(name)s” here. There is: %(known)s.")
TOO_FEW_DRAWS = Sentence("%(given)s draws are too few to say how sure we are. Take %(least)s or more.")
MAY_GO_BEYOND = Sentence("%(part)s of “%(outcome)s” cannot be lognormal: that has no upper end. Choose pert or triangular.")
NO_INDEX = Sentence("“%(name)s” has no figure for %(year)s. Add the year from its source, or choose another.")

NOT_UPRATED = Sentence(
    "%(source)s. STILL IN %(since)s PRICES, not brought to %(to)s: no index of prices (%(by)s) with both years is here. "
    "Whoever runs the house can put one into the folder of proxies, under indexes"
)
NO_FOLDER = Sentence("There is no folder %(folder)s, where proxies of your own should lie. Make it, or leave ALONGSIDE_PROXIES empty.")
INDEX_LACKS = Sentence("%(file)s: “%(part)s” is missing. Add a line “%(part)s:” with %(how)s.")
INDEX_WRONG = Sentence("%(file)s, line %(line)s: “%(part)s” is written otherwise than it can be read. Write %(how)s.")
INDEX_YEAR = Sentence("%(file)s, line %(line)s: “%(given)s” is no year of prices. Write 2019 for a calendar year, or 2013/14 for a financial one.")
INDEX_YEAR_TWICE = Sentence("%(file)s, line %(line)s: %(year)s stands there twice. Keep one of them.")
INDEX_FIGURE = Sentence("%(file)s, line %(line)s: %(year)s is “%(given)s”. Write the index of that year, a figure above nought such as 75.1.")
INDEX_SHORT = Sentence("%(file)s: an index has two years or more, or nothing can be brought from one to another. Add the others from its source.")
NO_SUCH_PROXY = Sentence("No proxy called “%(name)s” comes with us. There is: %(known)s.")
PROXY_TOO_LONG = Sentence("%(file)s is longer than %(most)s letters. A file holds one proxy.")
PROXY_NO_TEXT = Sentence("%(file)s is not written in UTF-8. Save it so, and try again.")
PROXY_NO_YAML = Sentence("%(file)s, line %(line)s: this is no list of names and values. Write each on a line of its own, such as “value: 38”.")
PROXY_STRANGE = Sentence("%(file)s, line %(line)s: a proxy cannot say “%(part)s”. It says: %(known)s.")
PROXY_TWICE = Sentence("%(file)s, line %(line)s: “%(part)s” stands in line %(first)s already. Keep one of them.")
PROXY_LACKS = Sentence("%(file)s: “%(part)s” is missing. Add a line “%(part)s:” with %(how)s.")
PROXY_EMPTY = Sentence("%(file)s, line %(line)s: “%(part)s” says nothing (“%(given)s”). Write %(how)s.")
PROXY_WRONG = Sentence("%(file)s, line %(line)s: “%(part)s” is “%(given)s”. Write %(how)s.")
PROXY_ONE_END = Sentence("%(file)s, line %(line)s: “%(part)s” is %(given)s, and the other end is empty. Write both, or neither: %(how)s.")
PROXY_ORDER = Sentence("%(file)s, line %(line)s: “%(part)s” is %(given)s, but value lies from low to high. Put the three in that order: %(how)s.")

SMALL_NUMBER = range(1, 8)
"""People on whom no outcome of a version may rest: what it was worth would tell how many they were."""
NO_SHEET = Sentence("This is no sheet of a valuation: %(why)s.")
MOVED_MEANWHILE = Sentence("%(who)s changed this valuation while you worked on it. Your figures stand below; look at theirs before you save yours.")
NOTHING_VALUED = Sentence("Nothing is valued yet. Add an outcome first.")
SMALL_OUTCOME = Sentence("“%(outcome)s” rests on 1 to 7 people, and its pounds would tell how many. Take it out of the valuation before you keep a version.")

ASSUMED = (
    Word(
        "proxy",
        "worth of each, in pounds a year",
        "What one of these is worth to the person or to others for one year.",
        plurals={"worth of each, in pounds a year": "worth of each, in pounds a year"},
    ),
    Word(
        "deadweight",
        "would have happened anyway",
        "The share, from 0 to 1, that would have come without any of us.",
        plurals={"would have happened anyway": "would have happened anyway"},
    ),
    Word(
        "displacement",
        "moved from somebody else",
        "The share, from 0 to 1, that was only moved from somebody else.",
        plurals={"moved from somebody else": "moved from somebody else"},
    ),
    Word(
        "attributable_to_others",
        "others’ doing",
        "The share, from 0 to 1, that was others' doing.",
        plurals={"others’ doing": "others’ doing"},
    ),
    Word(
        "drop_off",
        "lost from year to year",
        "The share, from 0 to 1, of what is left that is lost each year.",
        plurals={"lost from year to year": "lost from year to year"},
    ),
    Word(
        "duration",
        "how long it lasts, in years",
        "From 0 to 125 years; half a year counts as half.",
        plurals={"how long it lasts, in years": "how long it lasts, in years"},
    ),
    Word(
        "put_in",
        "what was put in, in pounds",
        "Money, or what was given in kind, over the year.",
        plurals={"what was put in, in pounds": "what was put in, in pounds"},
    ),
)
"""What is assumed of an outcome that is valued, and, last, what was put in; by the names of the engine's own parts."""

STEPS = (
    Sentence("gross, in its first year"),
    Sentence("would have happened anyway"),
    Sentence("moved from somebody else"),
    Sentence("others’ doing"),
    Sentence("as long as it lasts"),
    Sentence("lost from year to year"),
    Sentence("later years count less"),
)
"""From gross to net, in the order in which it is worked out."""

NO_WELLBY = Sentence("No WELLBY is told of fewer than 30 pairs; there are %(pairs)s. One person would make it.")
SAME_VALUED_TWICE = Sentence("the same change of the same people is valued twice")
WHOLE_AND_A_PART = Sentence("a whole life is valued, and a part of it again")
NEVER_CASH = Sentence("the same change in two purses, or in a purse and in a life: never one sum of cash")
