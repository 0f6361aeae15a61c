"""How a line of the trail is said: what was done, for what purpose, on which page. Lines keep the words on the left for good."""

from __future__ import annotations

from alongside.foundation.words import Sentence

DEEDS = {
    "looked at": Sentence("looked"),
    "met": Sentence("wrote down who they are for the first time"),
    "recorded an introduction": Sentence("recorded an introduction", sp="recorded a referral"),
    "began to walk alongside": Sentence("began to walk alongside", sp="began to support them"),
    "stopped walking alongside": Sentence("stopped walking alongside", sp="stopped supporting them"),
    "set the level": Sentence("set the level", sp="set the kind of support"),
    "wrote a note": Sentence("wrote a note"),
    "amended a note": Sentence("put a note right"),
    "told their good life": Sentence("wrote down their good life", sp="wrote down what matters to them"),
    "wrote the shared agreement": Sentence("wrote the shared agreement", sp="wrote the personalised care and support plan"),
    "added a next step": Sentence("added a next step", sp="added an action"),
    "ended a step": Sentence("ended a step", sp="ended an action"),
    "took up a step again": Sentence("took up a step again", sp="took up an action again"),
    "planned a visit": Sentence("planned a visit", sp="planned an appointment"),
    "ended a visit": Sentence("said how a visit ended", sp="said how an appointment ended"),
    "made a connection": Sentence("made a connection", sp="made an onward link"),
    "said what became of a connection": Sentence("said what became of a connection", sp="said what became of an onward link"),
    "took back a rung": Sentence("took back what became of a connection", sp="took back what became of an onward link"),
    "told a change": Sentence("wrote down a change", sp="wrote down an outcome"),
    "added a gift": Sentence("added a gift", sp="added a strength"),
    "added somebody in their life": Sentence("added somebody in their life"),
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
}
"""By what `leave_trace` is given, for lines that name somebody."""

PURPOSES = {
    "walks alongside": Sentence("walks alongside", sp="supports them"),
    "same team": Sentence("same team"),
    "their day": Sentence("their day"),
    "their list": Sentence("their list"),
    "search": Sentence("search"),
    "known already?": Sentence("known already?"),
    "named to them": Sentence("named to them"),
    "information governance": Sentence("information governance"),
    "introduction": Sentence("introduction", sp="referral"),
    "figures": Sentence("figures"),
    "introduce": Sentence("introduction", sp="referral"),
    "demo": Sentence("demonstration"),
}
"""By what stands first in a purpose; what follows a colon is the page."""

PAGES = {
    "today": Sentence("today"),
    "people": Sentence("list of people"),
    "person": Sentence("their page"),
    "paper": Sentence("a sheet for them to keep"),
    "amend note": Sentence("a note put right"),
    "good life": Sentence("good life", sp="what matters to me"),
    "gifts": Sentence("gifts", sp="strengths"),
    "end gift": Sentence("gifts", sp="strengths"),
    "circle": Sentence("people in their life"),
    "end in circle": Sentence("people in their life"),
    "change": Sentence("change", sp="outcome"),
    "agreement": Sentence("shared agreement", sp="personalised care and support plan"),
    "step": Sentence("next step", sp="action"),
    "end step": Sentence("how a step went", sp="how an action went"),
    "take up step": Sentence("next step", sp="action"),
    "visit": Sentence("visit", sp="appointment"),
    "end visit": Sentence("how a visit ended", sp="how an appointment ended"),
    "level": Sentence("level", sp="kind of support"),
    "who": Sentence("who they are"),
    "where": Sentence("where they are"),
    "good to know": Sentence("good to know"),
    "name to": Sentence("naming to a partner"),
    "end naming": Sentence("naming to a partner"),
    "protect": Sentence("protection of where they live"),
    "end protection": Sentence("protection of where they live"),
    "find": Sentence("finding something good near them"),
    "introduce": Sentence("introduction", sp="referral"),
    "introduced again": Sentence("introduced again", sp="referred again"),
    "connect": Sentence("connection", sp="onward link"),
    "climb": Sentence("what became of a connection", sp="what became of an onward link"),
    "take back": Sentence("what became of a connection", sp="what became of an onward link"),
    "named to me": Sentence("named to me"),
    "who looked": Sentence("who looked"),
    "who looked at": Sentence("who looked"),
}
"""By the name of a page on which somebody was looked at."""

OUTCOMES = {"done": Sentence("done"), "refused": Sentence("refused")}
