"""The words of money: posts, who pays for them, and why something was refused."""

from __future__ import annotations

from alongside.foundation.words import Sentence, Word

POST = Word("post", "post", "A job that somebody pays for: so many hours a week, in a locality, from one day up to another.")
STREAM = Word(
    "funding stream", "funding stream", "Money from one place for one purpose, of which shares of posts are paid.", kin={"funding stream": ("stream",)}
)
SHARE = Word("share", "share", "The part of a post that one funding stream pays, from one day up to another.")

POSTS = (
    Word("coordinator", "coordinator", "There for people in a neighbourhood.", sp="link worker"),
    Word("link officer", "link officer", "Finds or begins what people want in a locality.", sp="link officer"),
    Word("support officer", "support officer", "Sets up tasters, keeps the directory true, covers for colleagues."),
    Word("manager", "manager", "Answers for a team."),
)

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
NO_COMMISSIONER = Sentence("Choose commissioners of your organisation: an administrator gives them their seat.")
