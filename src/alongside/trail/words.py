"""How a line of the trail is said: what was done, for what purpose, on which page. Lines keep the words on the left for good."""

from __future__ import annotations

from alongside.foundation.words import Sentence

DEEDS = {
    "looked at": Sentence("looked"),
    "met": Sentence("wrote down who they are for the first time"),
    "recorded an introduction": Sentence("recorded an introduction", sp="recorded a referral"),
    "amended an introduction": Sentence("put an introduction right", sp="put a referral right"),
    "began to walk alongside": Sentence("began to walk alongside", sp="began to support them"),
    "stopped walking alongside": Sentence("stopped walking alongside", sp="stopped supporting them"),
    "set the level": Sentence("set the level", sp="set the kind of support"),
    "took back a level": Sentence("took back a level", sp="took back a kind of support"),
    "wrote a note": Sentence("wrote a note"),
    "amended a note": Sentence("put a note right"),
    "told their good life": Sentence("wrote down their good life", sp="wrote down what matters to them"),
    "wrote the shared agreement": Sentence("wrote the shared agreement", sp="wrote the personalised care and support plan"),
    "added a next step": Sentence("added a next step", sp="added an action"),
    "went on with a step": Sentence("went on with a step", sp="went on with an action"),
    "ended a step": Sentence("ended a step", sp="ended an action"),
    "took up a step again": Sentence("took up a step again", sp="took up an action again"),
    "planned a visit": Sentence("planned a visit", sp="planned an appointment"),
    "moved a visit": Sentence("moved a visit", sp="moved an appointment"),
    "ended a visit": Sentence("said how a visit ended", sp="said how an appointment ended"),
    "made a connection": Sentence("made a connection", sp="made an onward link"),
    "said what became of a connection": Sentence("said what became of a connection", sp="said what became of an onward link"),
    "took back a rung": Sentence("took back what became of a connection", sp="took back what became of an onward link"),
    "told a change": Sentence("wrote down a change", sp="wrote down an outcome"),
    "amended a change": Sentence("put a change right", sp="put an outcome right"),
    "added a gift": Sentence("added a gift", sp="added a strength"),
    "added somebody in their life": Sentence("added somebody in their life"),
    "went through the circle": Sentence("went through the people in their life"),
    "put right who is in their life": Sentence("put right who is in their life"),
    "moved somebody in their life": Sentence("wrote down that somebody in their life is closer, or further away"),
    "took back who is in their life": Sentence("took back that somebody is in their life"),
    "put a gift right": Sentence("put a gift right", sp="put a strength right"),
    "said what they would like to be asked": Sentence("wrote down what they would like to be asked to help with"),
    "withdrew what they would like to be asked": Sentence("wrote down that they would rather not be asked"),
    "ended": Sentence("said that something is so no longer"),
    "brought back": Sentence("said that something is so after all"),
    "said who they are": Sentence("wrote who they are"),
    "said where they are": Sentence("wrote where they are"),
    "said what is good to know": Sentence("wrote what is good to know"),
    "protected their location": Sentence("protected where they live"),
    "changed who sees their location": Sentence("changed who sees where they live"),
    "ended protection of their location": Sentence("ended the protection of where they live"),
    "named to a partner": Sentence("named them to a partner"),
    "ended a naming": Sentence("ended naming them to a partner"),
    "wrote down a choice": Sentence("wrote down what they chose about who may know"),
    "took back a choice": Sentence("wrote down that they took back what they chose about who may know"),
    "changed something by hand": Sentence("changed something in the database, not on a page"),
}
"""By what `leave_trace` is given, for lines that name somebody."""

PURPOSES = {
    "walks alongside": Sentence("walks alongside them", sp="supports them"),
    "same team": Sentence("is in the same team"),
    "their day": Sentence("looked at what the day holds"),
    "their list": Sentence("looked through a list of people"),
    "search": Sentence("searched for somebody"),
    "known already?": Sentence("asked whether somebody is known already"),
    "named to them": Sentence("is a partner to whom they were named"),
    "information governance": Sentence("answers for information governance"),
    "introduction": Sentence("recorded an introduction", sp="recorded a referral"),
    "figures": Sentence("looked at who is behind a figure"),
    "introduce": Sentence("recorded an introduction", sp="recorded a referral"),
    "demo": Sentence("made the demonstration"),
}
"""Why somebody could, by what stands first in a purpose; what follows a colon is the page."""

PAGES = {
    "today": Sentence("the day"),
    "people": Sentence("a list of people"),
    "person": Sentence("their page"),
    "paper": Sentence("a sheet for them to keep"),
    "amend note": Sentence("a note to put it right"),
    "amend introduction": Sentence("an introduction to put it right", sp="a referral to put it right"),
    "amend change": Sentence("a change to put it right", sp="an outcome to put it right"),
    "move visit": Sentence("a visit to move it", sp="an appointment to move it"),
    "take back level": Sentence("the level", sp="the kind of support"),
    "good life": Sentence("their good life", sp="what matters to them"),
    "gifts": Sentence("their gifts", sp="their strengths"),
    "end gift": Sentence("their gifts", sp="their strengths"),
    "put gift right": Sentence("their gifts", sp="their strengths"),
    "likes to be asked": Sentence("what they would like to be asked to help with"),
    "rather not": Sentence("what they would like to be asked to help with"),
    "circle": Sentence("the people in their life"),
    "changed in circle": Sentence("the people in their life"),
    "put right in circle": Sentence("the people in their life"),
    "back in circle": Sentence("the people in their life"),
    "never in circle": Sentence("the people in their life"),
    "change": Sentence("what changed", sp="their outcomes"),
    "agreement": Sentence("the shared agreement", sp="the personalised care and support plan"),
    "step": Sentence("a next step", sp="an action"),
    "end step": Sentence("how a step went", sp="how an action went"),
    "take up step": Sentence("a next step", sp="an action"),
    "visit": Sentence("a visit", sp="an appointment"),
    "end visit": Sentence("how a visit ended", sp="how an appointment ended"),
    "level": Sentence("the level", sp="the kind of support"),
    "who": Sentence("who they are"),
    "where": Sentence("where they are"),
    "good to know": Sentence("what is good to know"),
    "name to": Sentence("what partners know"),
    "end naming": Sentence("what partners know"),
    "choices": Sentence("their choices about who may know"),
    "choose": Sentence("their choices about who may know"),
    "choose again": Sentence("their choices about who may know"),
    "take back choice": Sentence("their choices about who may know"),
    "protect": Sentence("who sees where they live"),
    "end protection": Sentence("who sees where they live"),
    "find": Sentence("something good near them"),
    "introduce": Sentence("an introduction", sp="a referral"),
    "introduced again": Sentence("another introduction", sp="another referral"),
    "connect": Sentence("a connection", sp="an onward link"),
    "climb": Sentence("what became of a connection", sp="what became of an onward link"),
    "take back": Sentence("what became of a connection", sp="what became of an onward link"),
    "named to me": Sentence("what they agreed partners may know"),
    "who looked": Sentence("who looked"),
    "who looked at": Sentence("who looked"),
}
"""By the name of a page on which somebody was looked at."""

NAME_ONLY = frozenset({"today", "people", "introduce", "who looked", "people behind a figure"})
"""Pages that show of somebody little more than their name."""

OPENED = Sentence("opened %(page)s")
SAW_THE_NAME = Sentence("saw their name")
NOT_DONE = Sentence("%(deed)s (%(outcome)s)")
ONCE_MORE = Sentence("%(deed)s twice")
SEVERAL_TIMES = Sentence("%(deed)s %(many)s times")

OUTCOMES = {"done": Sentence("done"), "refused": Sentence("refused")}
