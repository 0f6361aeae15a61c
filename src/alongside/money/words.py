"""The words of money: posts, who pays for them, and why something was refused."""

from __future__ import annotations

from alongside.foundation.words import Sentence, Word

from .ledger import FREE, OUTSIDE, PROMISED, SPENT

POST = Word("post", "post", "A job that somebody pays for: so many hours a week, in a locality, from one day up to another.")
STREAM = Word(
    "funding stream", "funding stream", "Money from one place for one purpose, of which shares of posts are paid.", kin={"funding stream": ("stream",)}
)
IN_POST = Word(
    "in a post",
    "who is in the post",
    "Who does a post’s work, from one day up to another: by that people are counted by post, and by whoever pays for it.",
    plurals={"who is in the post": "who is in the posts"},
)
SHARE = Word("share", "share", "The part of a post that one funding stream pays, from one day up to another.")

POSTS = (
    Word("coordinator", "coordinator", "There for people in a neighbourhood.", sp="link worker"),
    Word("link officer", "link officer", "Finds or begins what people want in a locality.", sp="link officer"),
    Word("support officer", "support officer", "Sets up tasters, keeps the directory true, covers for colleagues."),
    Word("manager", "manager", "Answers for a team."),
)
WALK_ALONGSIDE = ("coordinator", "link officer")
"""Posts whose holders walk alongside people: North Lanarkshire's are link officers, Thurrock's coordinators."""

STREAMS = (
    Word("council core", "council core budget", "The council’s own yearly budget.", plurals={"council core budget": "council core budgets"}),
    Word("public health", "public health", "The public health grant.", plurals={"public health": "public health"}),
    Word("fire and rescue", "fire and rescue service", "A fire and rescue service, for safer homes."),
    Word("better care fund", "Better Care Fund", "Pooled money of councils and the NHS for care near home."),
    Word("nhs", "NHS", "A primary care network, a trust or an integrated care board.", plurals={"NHS": "NHS"}),
    Word("grant", "grant", "A charity, a lottery or a foundation, for a time and a purpose."),
    Word("other", "something else", "Whatever is none of these.", plurals={"something else": "something else"}),
)

MANAGERS_KEEP = Sentence("Only a manager writes down posts and who pays for them. Ask yours.")
OF_ANOTHER = Sentence("This belongs to another organisation than yours.")
NAME_A_POST = Sentence("Give the post a name, such as “Northside”: the team knows it by that.")
NAME_A_STREAM = Sentence("Write what the funding stream is called.")
ANOTHER_OF_THAT_NAME = Sentence("There is one of that name already: %(name)s. Give this one another name.")
ENDS_BEFORE = Sentence("The last day is before the first. Put one of them right.")
HOURS = Sentence("Write the hours of a week, from 1 to 60, such as 37 or 18.5.")
PERCENT = Sentence("Write a share from 0.01 to 100, in per cent of the post: 40, or 33.33.")
OUTSIDE_THE_POST = Sentence("The post runs from %(since)s to %(last)s. A share lies within that: put its days right, or the post’s first.")
BEFORE_THE_POST = Sentence("The post begins on %(since)s. A share lies within that: put its days right, or the post’s first.")
MORE_THAN_THE_WHOLE = Sentence(
    "From %(since)s that would be %(sum)s %% of the post. %(left)s %% is left on that day: write that much or less, or end another share first."
)
TAKEN_BACK_ALREADY = Sentence("This was taken back already.")
CHANGED_SINCE = Sentence("This share was changed again since, so it cannot be taken back by itself. Change it as it should be.")
COST_BEFORE = Sentence("The post begins on %(since)s: what it costs is known from that day on.")
SHARES_OUTSIDE = Sentence("A share of %(stream)s would lie outside these days. End or change it first.")
ONE_COST_A_DAY = Sentence("What it costs from %(since)s is written already. Put that right instead.")
NOT_OF_OURS = Sentence("Choose somebody who works in a team of your organisation: an administrator gives them their seat.")
OUTSIDE_THIS_POST = Sentence("The post does not run on all of these days. Put them right, or the post’s first.")
IN_ANOTHER_POST = Sentence("%(who)s is in another post on some of these days: %(post)s. End that first: nobody is in two posts on one day.")
NO_COMMISSIONER = Sentence("Choose commissioners of your organisation: an administrator gives them their seat.")

BUDGET = Word("budget", "budget", "Money for a financial year, of a locality or of one officer, for what people want to do.")
SPEND = Word("spend", "spend", "Money of a budget for an activity, a taster or a group.")

SPENT_ON = (
    Word("activity", "an activity", "Something to do that there is already.", plurals={"an activity": "activities"}),
    Word("taster", "a taster day", "A day on which people try something.", plurals={"a taster day": "taster days"}),
    Word("group", "a group", "Starting a group, or keeping it going.", plurals={"a group": "groups"}),
    Word("our work", "our own work", "Getting there, and what a coordinator paid out.", plurals={"our own work": "our own work"}),
    Word("own idea", "one person’s own idea", "A small sum for what one person chose. Write no name.", plurals={"one person’s own idea": "people’s own ideas"}),
)
OWN_IDEA = "own idea"

WAYS_TO_SPEND = (
    Word("bought", "bought by the organisation", "By card, invoice or petty cash.", plurals={"bought by the organisation": "bought by the organisation"}),
    Word(
        "expenses",
        "paid by one of us, to be paid back",
        "From one’s own purse.",
        plurals={"paid by one of us, to be paid back": "paid by one of us, to be paid back"},
    ),
    Word("mileage", "miles with one’s own car", "At the team’s rate.", plurals={"miles with one’s own car": "miles with one’s own car"}),
    Word(
        "grant",
        "a small grant to the group",
        "Paid to the group, or to the body that banks for it.",
        plurals={"a small grant to the group": "small grants to groups"},
    ),
)
GRANT = "grant"
PAID_BACK = ("expenses", "mileage")

BROUGHT = (
    Word("money in", "money in", "What people paid, collected or were given for it.", plurals={"money in": "money in"}),
    Word("in kind", "in kind", "A room, tools, hours: worth something, and not paid.", plurals={"in kind": "in kind"}),
    Word("leveraged", "leveraged", "A grant or other money that came because this was there.", plurals={"leveraged": "leveraged"}),
)

STAGES_OF_A_SPEND = (
    Word("waits", "waits for a yes", "Above the sum that one decides alone: somebody else says yes or no.", plurals={"waits for a yes": "wait for a yes"}),
    Word("agreed", "agreed, not spent yet", "The money is kept for it.", plurals={"agreed, not spent yet": "agreed, not spent yet"}),
    Word("spent", "spent", "What it came to is written down.", plurals={"spent": "spent"}),
    Word("not agreed", "not agreed", "Somebody else said no, with why.", plurals={"not agreed": "not agreed"}),
    Word("taken back", "taken back", "As if it had not been asked for; it stays in the book.", plurals={"taken back": "taken back"}),
)

POTS = (
    Word(OUTSIDE, "outside", "Where money comes from, and goes back to.", plurals={"outside": "outside"}),
    Word(FREE, "free", "Given to a budget and not promised yet.", plurals={"free": "free"}),
    Word(PROMISED, "promised", "Agreed for something, and not spent yet.", plurals={"promised": "promised"}),
    Word(SPENT, "spent", "Gone, with its receipt.", plurals={"spent": "spent"}),
)

ANSWERS = (
    Word("yes", "yes", "It is agreed.", plurals={"yes": "yes"}),
    Word("no", "no", "It is not agreed, with why.", plurals={"no": "no"}),
)

KINDS = (
    Word("given", "given to it", "Money came to a budget.", plurals={"given to it": "given to it"}),
    Word("given back", "given back", "Money of a budget went back to where it came from.", plurals={"given back": "given back"}),
    Word("promised", "promised", "Money was kept for something.", plurals={"promised": "promised"}),
    Word("let go", "free again", "Money that had been kept was not needed.", plurals={"free again": "free again"}),
    Word("spent", "spent", "Money went.", plurals={"spent": "spent"}),
    Word(
        "spent more",
        "spent beyond what was promised",
        "More went than had been kept.",
        plurals={"spent beyond what was promised": "spent beyond what was promised"},
    ),
    Word("moved", "moved between budgets", "Money went to another budget.", plurals={"moved between budgets": "moved between budgets"}),
)

TEAMS_SPEND = Sentence("Only those who work in the team spend its money.")
MANAGERS_GIVE = Sentence("Only a manager of the team gives, moves and closes its budgets. Ask yours.")
SOMEBODY_ELSE = Sentence("Nobody says yes to their own spend: another manager of your organisation does.")
RECEIPTS_ARE_FOR = Sentence("A receipt may show a name: whoever spent it and a manager of the team open it, and nobody else.")
SAY_WHAT_FOR = Sentence("Write what it is for: “Paint and brushes for the arts taster”. Write no name.")
GRANT_TO_A_GROUP = Sentence("A grant goes to a group. Choose which one, or how else it is paid.")
TASTER_OF_ANOTHER = Sentence("That taster day is one of “%(name)s”. Choose that group, or leave the group out.")
NO_OWN_IDEAS = Sentence("Your team funds no small sums for one person’s own idea. A manager can turn that on.")
OWN_IDEA_TOO_DEAR = Sentence("Your team funds one person’s own idea up to %(most)s. Write that much or less, or ask your manager to change the sum.")
NOT_ENOUGH = Sentence("%(left)s is free in this budget, and this needs %(needs)s. A manager can give it more, or move some from another.")
YEAR_IS_CLOSED = Sentence("The year of this budget is closed. A manager can reopen it, with a reason.")
CLOSED_ALREADY = Sentence("This year is closed already.")
NOT_CLOSED = Sentence("This year is open.")
STILL_OPEN = Sentence("Spends of this year that wait, or are not spent yet: %(many)s. Write down what they came to, or take them back, and close it then.")
SAY_WHY_REOPENED = Sentence("Write why it is opened again.")
CARRIED_IS_GONE = Sentence("What was carried over is promised or spent in the next year. Give that budget more, or take a spend back, and reopen then.")
ONE_BUDGET = Sentence("There is a budget of that already for this year.")
TO_ITSELF = Sentence("Choose another budget: money does not move to where it is.")
OTHER_TEAMS = Sentence("Money moves between budgets of one team and one year.")
ANSWERED_ALREADY = Sentence("Somebody has answered this already.")
NEEDS_A_YES = Sentence("This waits for somebody else’s yes. Nothing of it is spent before.")
NOT_AGREED_TO = Sentence("This was not agreed, so nothing of it can be spent.")
SPENT_ALREADY = Sentence("What it came to is written down already. Take that back first, to put it right.")
NOT_SPENT_YET = Sentence("What it came to is not written down yet.")
MORE_THAN_AGREED = Sentence(
    "It came to more than was agreed, and to more than %(limit)s. Ask for the rest as a spend of its own: somebody else says yes to it."
)
SAY_WHY_NOT = Sentence("Write why not, so that whoever asked can mend it.")
HOW_VALUED = Sentence("Write how it is valued: “Hall for 6 hours at £12”.")
SAY_WHAT_CAME = Sentence("Write what came in.")
MILES = Sentence("Write how many miles, such as 12 or 7.5.")
NOT_PAID_BACK = Sentence("Nobody paid this from their own purse, so nothing is paid back.")
PAID_BY_SOMEBODY_ELSE = Sentence("Nobody says that they paid themselves back: another manager of the team does.")
PAID_ALREADY = Sentence("This was paid back already.")
PAID_IS_PAID = Sentence("It was paid back already, so it cannot be taken back.")
OUTSIDE_THE_YEAR = Sentence("The day does not lie in the financial year of this budget.")
YOUNGER_THAN_TODAY = Sentence("That day is still to come. Write the day on which it was spent.")
