"""The desk's sentences that local area coordination and social prescribing say differently, and what each form is called."""

from __future__ import annotations

from alongside.foundation.words import Sentence

# Somebody comes to us.
SOMEBODY_WAS_INTRODUCED = Sentence("Somebody was introduced", sp="New referral")
WHO_INTRODUCED_THEM = Sentence("Who introduced them?", sp="Who referred them?")
SAID_YES = Sentence("They said yes to being introduced", sp="They said yes to being referred")
KIND_OF_INTRODUCTION = Sentence("Kind of introduction", sp="Kind of referral")
WHO_WILL_WALK = Sentence("Who will walk alongside them?", sp="Who will be their link worker?")
WALKED_WITH_BY = Sentence("Who walks alongside them?", sp="Who is their link worker?")
AT_WHICH_LEVEL = Sentence("Level", sp="Kind of support")
INTRODUCTION_KEPT = Sentence(
    "The introduction is kept. Write down the first conversation when you have had it.",
    sp="The referral is kept. Write down the first conversation when you have had it.",
)
INTRODUCTION_KEPT_HERE = Sentence("The introduction is kept on this page, in their story.", sp="The referral is kept on this page, in their story.")
WHERE_NOT_TAKEN_OVER = Sentence("What you wrote of where they are was not taken over, because something else stands here: %(what)s.")
PUT_INTRODUCTION_RIGHT = Sentence("Put this introduction right", sp="Put this referral right")
INTRODUCTION_PUT_RIGHT = Sentence(
    "The introduction is put right. What it said before is kept too.", sp="The referral is put right. What it said before is kept too."
)
INTRODUCED_AGAIN = Sentence("%(name)s was introduced again", sp="%(name)s was referred again")
INTRODUCED_AGAIN_KEPT = Sentence("The introduction is kept.", sp="The referral is kept.")
THEY_WERE_INTRODUCED_AGAIN = Sentence("They were introduced again", sp="They were referred again")
NOT_MET_YET = Sentence("%(name)s was introduced on %(since)s, and we have not met yet.", sp="%(name)s was referred on %(since)s, and we have not met yet.")
NOBODY_YET = Sentence("Nobody yet. When somebody is introduced, they appear here.", sp="Nobody yet. When somebody is referred, they appear here.")

# A note from anywhere.
NOBODY_BY_NAME = Sentence("Nobody by name: a light contact", sp="Nobody by name: a light-touch contact")
COUNT_WITHOUT_A_NAME = Sentence("Count it as a light contact, without a name", sp="Count it as a light-touch contact, without a name")
NO_NAMES_IN_IT = Sentence("Write no name in it: your whole team reads it, and it is on nobody’s page.")
LIGHT_CONTACT_COUNTED = Sentence("The light contact is counted.", sp="The light-touch contact is counted.")
ALSO_A_STEP = Sentence("And also a next step", sp="And also an action")
ALSO_A_LEVEL = Sentence("And also another level", sp="And also another kind of support")
ALSO_A_CHANGE = Sentence("And also what changed", sp="And also an outcome")
ALSO_A_RUNG = Sentence("And also what became of a connection", sp="And also what became of an onward link")
ALSO_A_VISIT = Sentence("And also when you meet again", sp="And also the next appointment")
WHAT_IT_TOOK = Sentence("What it took: time and miles")
WHICH_CONNECTION = Sentence("Which connection?", sp="Which onward link?")
WITH_WHOM_FIRST = Sentence("Tick first whom this is about.")
ONE_PERSONS_OWN = Sentence(
    "A change is one person’s own, in their words. Tick one person, or write it on each one’s page.",
    sp="An outcome is one person’s own, in their words. Tick one person, or write it on each one’s page.",
)
WHERE_IS_PROTECTED = Sentence("Where they are is protected, and so is when you meet. Ask one of those who are named on their page.")
LIGHT_CONTACTS = Sentence("Light contacts", sp="Light-touch contacts")
WITHOUT_A_NAME_AGAIN = Sentence(
    "It is off their page, and counts as a light contact without a name again.",
    sp="It is off their page, and counts as a light-touch contact without a name again.",
)
ON_THEIR_PAGE_NOW = Sentence("It is on their page now, and counts there.")
TICK_ONE = Sentence("Tick one person: whose page it belongs on.")
TICK_WHO_ELSE = Sentence("Tick who else was there first.")
ONLY_ITS_WRITER = Sentence("Only whoever wrote a note can change it.")
ON_SEVERAL_PAGES = Sentence(
    "This note stands on %(many)s pages that you see. What you change in it changes on all of them, and each page keeps what it said before.",
    sp="This contact note stands on %(many)s pages that you see. What you change in it changes on all of them, and each page keeps what it said before.",
)
KEPT_ALREADY = Sentence("This note is kept already, as you first saved it. To change it, open it in the story and put it right; nothing is kept twice.")
WITH_WHOM = Sentence("Tick whom it was with, or say that nobody is named.")
EITHER_NAMED_OR_NOT = Sentence("Somebody is ticked, and it is also to be counted without a name. Choose one of the two.")
SOMEBODY_OUT_OF_SIGHT = Sentence("Somebody whom you had ticked is no longer in your sight. See who is ticked now, and save again.")

# What is theirs.
GOOD_LIFE_FOR = Sentence("A good life for %(name)s", sp="What matters to %(name)s")
GOOD_LIFE_TO_ME = Sentence("What is a good life to me", sp="What matters to me")
GOOD_LIFE_TO_THEM = Sentence("What is a good life to them?", sp="What matters to them?")
THE_GOOD_LIFE = Sentence("the good life", sp="what matters to them")
PUT_GIFT_RIGHT = Sentence("Put this gift right", sp="Put this strength right")
THE_GIFTS = Sentence("the gifts", sp="their strengths")
WRITE_DOWN_WHAT_CHANGED = Sentence("Write down what changed", sp="Write down an outcome")
CHANGE_KEPT = Sentence("The change is kept, in their words.", sp="The outcome is kept, in their words.")

ALL_CHANGES = Sentence("Everything that changed for %(name)s", sp="Outcomes for %(name)s")
CHANGES_TOLD = Sentence("Changes that %(name)s told", sp="Outcomes that %(name)s told")
INTRODUCED_ON = Sentence("Introduced on %(day)s.", sp="Referred on %(day)s.")
ONE_MORE_CHANGE = Sentence("Another change", sp="Another outcome")
ALL_OF_THEM = Sentence("All changes, their order and worth", sp="All outcomes, their order and worth")
PUT_CHANGE_RIGHT = Sentence("Put this change right", sp="Put this outcome right")
CHANGE_PUT_RIGHT = Sentence("The change is put right. What it said before is kept too.", sp="The outcome is put right. What it said before is kept too.")

# What we agreed.
AGREED_WITH = Sentence("What %(name)s and we agreed", sp="The personalised care and support plan of %(name)s")
WHAT_WE_AGREED = Sentence("What we agreed", sp="My personalised care and support plan")
THE_AGREEMENT = Sentence("the agreement", sp="the plan")
AGREEMENT_KEPT = Sentence("The agreement is kept.", sp="The plan is kept.")
EVERY_VERSION = Sentence("Every version of what %(name)s and we agreed", sp="Every version of the plan of %(name)s")
EVERY_GOOD_LIFE = Sentence("What %(name)s said a good life is, each time", sp="What %(name)s said matters to them, each time")
SHEET_TO_SIGN = Sentence("What we agreed, to sign", sp="My personalised care and support plan, to sign")
THEY_END_A_PART = Sentence("%(name)s ends a part of what we agreed", sp="%(name)s ends a part of the plan")
THEY_CAN_END_IT = Sentence(
    "They can end any part of it at any time. What it said stays here, and you go on walking alongside them.",
    sp="They can end any part of it at any time. What it said stays here, and your support goes on.",
)
PART_ENDED = Sentence("It is kept that they ended it. You go on walking alongside them.", sp="It is kept that they ended it. Your support goes on.")
STEP_PUT_RIGHT = Sentence("Put this step right", sp="Put this action right")
STEP_IS_PUT_RIGHT = Sentence("The step is put right. What it said before is kept too.", sp="The action is put right. What it said before is kept too.")
STEPS_KEPT = Sentence("The steps are kept.", sp="The actions are kept.")
MORE_STEPS = Sentence("More steps from the same talk", sp="More actions from the same talk")
STEP_TAKEN_BACK = Sentence("The step is taken back.", sp="The action is taken back.")
SAFE_WAITING = Sentence("Safe waiting")
LOOK_BACK_WITH = Sentence("A day to look back with %(name)s", sp="A review with %(name)s")
LOOK_BACK_LEAD = Sentence(
    "If they want one: a day to look at what has changed.", sp="A day to look at what has changed. Twelve weeks from now unless you both like another."
)
LOOK_BACK_KEPT = Sentence("The day is kept. It is in your day when it comes.", sp="The review is kept. It is in your day when it comes.")
LOOK_BACK_WENT = Sentence("Looking back with %(name)s", sp="The review with %(name)s")
LOOK_BACK_AT = Sentence("What there is to look back at", sp="What there is to review")
LAST_LOOK_BACK = Sentence("The last time we looked back", sp="The last review")
LOOK_BACK_HEADING = Sentence("Looking back", sp="Review")
LOOK_BACK_TODAY = Sentence("To look back together", sp="Reviews")
NO_LOOK_BACK = Sentence("No day is set. They may not want one.", sp="No review is set. They may not want one.")
A_LOOK_BACK = Sentence("a day to look back", sp="a review")
IT_ENDS = Sentence("It ends for now", sp="Exit")
HOW_DOES_IT_END = Sentence("How does it end with %(name)s?", sp="How does support end for %(name)s?")
ENDS_LEAD = Sentence(
    "Nothing ends by itself here; you say so.",
    sp="Support never ends by itself here; you say so.",
)
STEP_FOR = Sentence("A next step for %(name)s", sp="An action for %(name)s")
A_STEP = Sentence("a next step", sp="an action")
NO_STEP = Sentence("No step is open.", sp="No action is open.")
WHAT_STEP = Sentence("What is the step?", sp="What is the action?")
STEP_KEPT = Sentence("The step is kept.", sp="The action is kept.")
STEP_GOES_ON = Sentence("The step goes on.", sp="The action goes on.")
A_VISIT = Sentence("a visit", sp="an appointment")
CHANGE_LEVEL = Sentence("Change the level", sp="Change the kind of support")
LEVELS_MOVE = Sentence(
    "Levels move both ways. They say how close the relationship is, not how bad anything is.",
    sp="Support moves both ways. It says how close you are, not how bad anything is.",
)
WALKING_WITH = Sentence("Walking alongside:", sp="Link worker:")

# Word back to whoever introduced them.
WORD_BACK_ABOUT = Sentence("Word back about %(name)s", sp="A message back about %(name)s")
WORD_BACK_LEAD = Sentence(
    "For whoever introduced them, if they want it told. It begins with the least; read it to them before it goes.",
    sp="For the GP or whoever referred them, if they want it told. It begins with the least; read it to them before it goes.",
)
WORD_BACK_KEPT = Sentence(
    "It is kept as you send it. Print it as a letter, or take it as text, from their story.",
    sp="The message is kept as you send it. Print it as a letter, or take it as text, from their story.",
)
TELL_WHO_INTRODUCED = Sentence("Tell whoever introduced them", sp="Message back to the GP or referrer")
CAME_TO_US = Sentence("%(name)s came to us on %(day)s, introduced by %(who)s. Thank you.", sp="%(name)s was referred to us on %(day)s by %(who)s. Thank you.")
WHOM_TO_RING = Sentence("If you would like to talk: %(name)s, %(phone)s.")
WHAT_MATTERS = Sentence("A good life, in their words: “%(words)s”", sp="What matters to them, in their words: “%(words)s”")
CONNECTED_WITH = Sentence("They are in touch with %(to)s (%(rung)s).")
TOLD_OF = Sentence("They were told of %(to)s.")
TOLD_AND_LEFT = Sentence("They were told of %(to)s, and it is not for them.")
TRIED_AND_LEFT = Sentence("They tried %(to)s, and it was not for them.")
WHAT_NEXT = Sentence("What comes next: %(words)s (%(who)s).")
WHAT_IS_AWAITED = Sentence("They wait for this since %(day)s: %(words)s.")
WHERE_WE_ARE = {
    "introduced": Sentence("We have not met yet. We will be in touch with them.", sp="The referral is received. We will be in touch with them."),
    "level 1": Sentence("We have met, and they know where to find us.", sp="The referral is accepted. We have met, with light-touch support."),
    "level 2": Sentence("We have met, and walk alongside them as long as they like.", sp="The referral is accepted. We have met, and support goes on."),
    "not reached": Sentence("We tried, and could not reach them. The door stays open."),
    "not now": Sentence("They would rather not just now. The door stays open."),
    "not for me": Sentence("They said that it is not for them. The door stays open.", sp="They declined. The door stays open."),
    "not active": Sentence("They go on without us for now. The door stays open.", sp="Support has come to an end for now. The door stays open."),
    "moved on": Sentence("They moved away."),
}
"""What a message says of each level; of somebody who died it says nothing by itself."""

# What is around them.
CONNECTION_FOR = Sentence("A connection for %(name)s", sp="An onward link for %(name)s")
A_CONNECTION = Sentence("a connection", sp="an onward link")
MAKE_A_CONNECTION = Sentence("Make a connection", sp="Make an onward link")
WHAT_KIND_OF_CONNECTION = Sentence("What kind of connection is it?", sp="What kind of onward link is it?")
CONNECTION_KEPT = Sentence(
    "The connection is kept. Say what became of it when you know.",
    sp="The onward link is kept. Say what became of it when you know.",
)
TWO_CONNECTED = Sentence("The connection is kept, on both pages.", sp="The onward link is kept, on both pages.")
HOW_BOTH_SAID_YES = Sentence("How did both of them say yes?")
GROUPS_THEY_ARE_IN = Sentence("Groups, and what they give there")
GIVES_AND_RECEIVES = Sentence("Gives and receives")
THEIR_WEEK = Sentence("Their week")
GIVEN_AND_RECEIVED = Sentence("Gave and received")
WHO_LEFT = Sentence("People who came closer, went further away or left")
NOBODY_IS_NAMED = Sentence(
    "Nobody is named to you at the moment. When a coordinator names somebody, with their yes, you see them here.",
    sp="Nobody is named to you at the moment. When a link worker names somebody, with their yes, you see them here.",
)

# How a team works.
WHEN_WE_MEET = Sentence("When we meet", sp="Appointments")
WHAT_THEY_BRING = Sentence("What they bring", sp="Their strengths")
PEOPLE_IN_THEIR_LIFE = Sentence("People in their life")

# What somebody wants to see of a story.
NOTES_AND_VISITS = Sentence("Notes and visits", sp="Contact notes and appointments")
INTRODUCTIONS_AND_LEVELS = Sentence("Introductions and levels", sp="Referrals and kinds of support")
GOOD_LIFE_AND_AGREEMENT = Sentence("Good life and agreement", sp="What matters and the plan")
STEPS = Sentence("Steps", sp="Actions")
CONNECTIONS = Sentence("Connections", sp="Onward links")
CHANGES = Sentence("Changes", sp="Outcomes")
NONE_OF_THESE_YET = Sentence("None of these yet.")
WHAT_CHANGED = Sentence("What changed", sp="Outcomes")
A_CHANGE = Sentence("a change", sp="an outcome")

# Who stands in for whom.
COVER_FOR_WHOM = Sentence("For whom?")
WHAT_COVER_DOES = Sentence(
    "Whoever covers sees the people that the one who is away walks alongside, from the first day to the last. Their visits, what was promised, and who "
    "goes quiet stand on the day of whoever covers. It ends by itself, can be ended sooner, and is not passed on.",
    sp="Whoever covers sees the people that the one who is away supports, from the first day to the last. Their appointments, what was promised, and who "
    "goes quiet stand on the day of whoever covers. It ends by itself, can be ended sooner, and is not passed on.",
)
COVER_DOES_NOT_SEE = Sentence(
    "%(name)s does not see where these people live, nor planned visits with them, because it is protected: %(names)s. Somebody on the list can add them.",
    sp="%(name)s does not see where these people live, nor planned appointments with them, because it is protected: %(names)s. "
    "Somebody on the list can add them.",
)
COVER_AND_PROTECTED = Sentence(
    "Where these people live is protected. Whoever covers sees the address, the telephone number and planned visits only if they are on the list:",
    sp="Where these people live is protected. Whoever covers sees the address, the telephone number and planned appointments only if they are on the list:",
)
WHAT_HANDING_OVER_DOES = Sentence(
    "From that day another coordinator walks alongside these people in place of %(name)s. What is promised, waited for and planned goes over; looks back "
    "are theirs too. Who wrote what stays as it was. It can be taken back, whole.",
    sp="From that day another link worker supports these people in place of %(name)s. What is promised, waited for and planned goes over; reviews "
    "are theirs too. Who wrote what stays as it was. It can be taken back, whole.",
)
WHO_TAKES_OVER = Sentence("Who walks alongside them from then on?", sp="Who supports them from then on?")
WHO_IS_HANDED_OVER = Sentence("Who is handed over?")
A_WORD_TO_WHOEVER_GOES_ON = Sentence("A word to whoever goes on")
PROTECTED_BEFORE = Sentence(
    "Whoever takes over sees the address, the telephone number and planned visits only if they are on the list; else planned visits stay where they are. "
    "Ask somebody on the list to add them first.",
    sp="Whoever takes over sees the address, the telephone number and planned appointments only if they are on the list; else planned appointments stay where "
    "they are. Ask somebody on the list to add them first.",
)
PROTECTED_AFTER = Sentence(
    "The address, the telephone number and planned visits stay hidden, and visits that were planned stay with whoever planned them. Somebody on the list "
    "can add them.",
    sp="The address, the telephone number and planned appointments stay hidden, and appointments that were planned stay with whoever planned them. Somebody "
    "on the list can add them.",
)
VISITS_NOBODY_MAKES = Sentence("Visits in the next 14 days that nobody makes", sp="Appointments in the next 14 days that nobody keeps")

# The week, and the letter about it.
WEEK_HANDED = Sentence("Handed over to you")
WEEK_ASKED_OF_US = Sentence("Asked of us by their own page")
WEEK_NOT_RIGHT = Sentence("They say it is not right")
WEEK_THEIR_WORDS = Sentence("Words of their own, in the last seven days")
WEEK_INTRODUCED = Sentence("Introduced, and not met yet", sp="Referred, and not met yet")
WEEK_VISITS = Sentence("Whom to meet")
WEEK_PAPERS = Sentence("Papers that are due")
WEEK_YES_ENDING = Sentence("A yes that ends")
WEEK_QUIET = Sentence("Gone quiet, by their own rhythm")
WEEK_LOOKS_BACK = Sentence("To look back together", sp="Reviews that are due")
WEEK_PROMISED = Sentence("Promised by you")
WEEK_WAITS = Sentence("What they wait for, and since when")
WEEK_MEETINGS = Sentence("At your meetings")
WEEK_COVERS = Sentence("Cover that begins or ends")
WEEK_UNFINISHED = Sentence("Left unfinished")
WHAT_THE_LETTER_SAYS = Sentence(
    "Once a week an e-mail can say how much waits for you: how many have gone quiet, how many promises, looks back and introductions. "
    "It holds nobody’s name and nothing about them, only numbers and the address of your own page. In a week in which nothing waits, none comes.",
    sp="Once a week an e-mail can say how much waits for you: how many have gone quiet, how many promises, reviews and referrals. "
    "It holds nobody’s name and nothing about them, only numbers and the address of your own page. In a week in which nothing waits, none comes.",
)

WISHES = Sentence("Wishes that nothing suited")
THEIR_WORDS = Sentence("Their own words")
HOW_AND_WHEN = Sentence("How and when we meet", sp="How and when we are in touch")
WHY_THEY_CAME = Sentence("Why they came")
PAPERS = Sentence("Papers they need")
HANDED_TO_OTHERS = Sentence("Handed to other professions")
RHYTHM_FOR = Sentence("How often are you and %(name)s in touch?")
PAPER_FOR = Sentence("A paper that %(name)s needs")
WHY_DID = Sentence("Why did %(name)s come?")

GOOD_LIFE_IN_A_LINE = Sentence("A good life", sp="What matters to them")
WHERE_AND_HOW = Sentence("Where and how")
TRIED_SINCE = Sentence("Tried since, without an answer: %(many)s, the last on %(day)s.")
ACCEPTED = Sentence("Accepted", sp="Referral accepted")
ACCEPTED_WHEN = Sentence("When was it accepted?", sp="When was the referral accepted?")
HOW_OFTEN = Sentence("How often we are in touch")
WHO_MAY_KNOW = Sentence("Who may know")
WHO_ELSE_KNOWS = Sentence("Who else knows")
THEIR_OWN_COPY = Sentence("Their own copy")
AND_MORE = Sentence("More to write down or to print")
UNFINISHED = {
    "changes": Sentence("changes that they told", sp="outcomes that they told"),
    "worth": Sentence("what a change is worth to them", sp="what an outcome is worth to them"),
    "measure": Sentence("how they say life is going"),
    "offered measure": Sentence("questions for the team to ask"),
    "a kind of the team": Sentence("what the team counts"),
    "uses": Sentence("how often they used services"),
    "story": Sentence("a story of theirs"),
    "printed story": Sentence("where a story is printed"),
    "withdrawn story": Sentence("how they took a story back"),
    "series": Sentence("a meeting that comes again"),
    "seat": Sentence("a seat at a meeting"),
    "many meetings": Sentence("a table of many meetings"),
    "heard": Sentence("what became of something that a meeting agreed"),
    "scene": Sentence("a scene to think over"),
    "thought": Sentence("a thought to a scene"),
    "send seat link": Sentence("an invitation to a meeting, to be sent"),
    "seat link": Sentence("a link to a seat at a meeting"),
    "proposed to meeting": Sentence("somebody proposed to a meeting"),
    "not this time": Sentence("why somebody is not on a list"),
    "told back": Sentence("what somebody is told of a meeting"),
    "gap": Sentence("a kept wish"),
    "ask how it was": Sentence("how many are asked what they say of us"),
    "type in how it was": Sentence("an answer about us that came back"),
    "send how it was": Sentence("a link that asks how it was, to be sent"),
    "starter pack": Sentence("a page of the starter pack"),
    "group session": Sentence("a session of a group"),
    "register link": Sentence("a link to the register of a group"),
    "send link": Sentence("sending a link"),
    "taster": Sentence("a taster day"),
    "still going": Sentence("whether a group still goes"),
    "taster went": Sentence("how a taster day went"),
    "guest": Sentence("how a taster day was for somebody"),
    "missing": Sentence("what is missing here"),
    "barrier of missing": Sentence("what stands in the way"),
    "barrier": Sentence("a barrier, put right"),
    "how a barrier stands": Sentence("how a barrier stands"),
    "group idea": Sentence("an idea for a group"),
    "group": Sentence("what a group is"),
    "group stage": Sentence("a stage of a group"),
    "group holders": Sentence("who holds what in a group"),
    "new entry": Sentence("something good near here"),
    "entry": Sentence("an entry put right"),
    "session": Sentence("when something meets"),
    "school terms": Sentence("school terms"),
    "post": Sentence("a post"),
    "budget": Sentence("a budget"),
    "money given": Sentence("money given to a budget"),
    "money moved": Sentence("money moved to another budget"),
    "year reopened": Sentence("why a year is opened again"),
    "spend": Sentence("something to spend on"),
    "answer to a spend": Sentence("an answer to a spend"),
    "brought": Sentence("what came in"),
    "funding stream": Sentence("a funding stream"),
    "impression": Sentence("what it is really like"),
    "hand-over": Sentence("handing people over"),
    "rhythm": Sentence("how often to be in touch"),
    "paper": Sentence("a paper they need"),
    "why they came": Sentence("why they came"),
    "introduction": Sentence("introduction", sp="referral"),
    "introduction again": Sentence("introduced again", sp="referred again"),
    "note": Sentence("note"),
    "quick note": Sentence("note", sp="contact note"),
    "amended note": Sentence("a note put right"),
    "good life": Sentence("good life", sp="what matters to me"),
    "change": Sentence("change", sp="outcome"),
    "amended change": Sentence("a change put right", sp="an outcome put right"),
    "amended introduction": Sentence("an introduction put right", sp="a referral put right"),
    "agreement": Sentence("shared agreement", sp="personalised care and support plan"),
    "visit": Sentence("a visit to plan", sp="an appointment to plan"),
    "moved visit": Sentence("another day for a visit", sp="another day for an appointment"),
    "where": Sentence("where they are"),
    "who": Sentence("name and birthday"),
    "level": Sentence("the level", sp="the kind of support"),
    "protection": Sentence("why their location is protected"),
    "photograph of a paper": Sentence("a photograph of a paper"),
    "picture": Sentence("a picture of their own"),
    "picture of the set": Sentence("a picture for Easy Read"),
    "proposal": Sentence("asking a colleague whether two are one person"),
    "answer to a colleague": Sentence("answering a colleague whether two are one person"),
    "answer to them": Sentence("answer to what they ask of us"),
    "a reason of the team": Sentence("a reason for your team’s list"),
    "asking whether right": Sentence("asking whether something is still right"),
    "moving in": Sentence("a sheet to bring"),
    "wish": Sentence("something good near them"),
    "choice": Sentence("what they choose"),
    "amended gift": Sentence("a gift put right", sp="a strength put right"),
    "amended giving": Sentence("what was given, put right"),
    "amended week": Sentence("their week, put right"),
    "amended circle": Sentence("somebody in their life, put right"),
    "step": Sentence("next step", sp="action"),
    "amended step": Sentence("a step put right", sp="an action put right"),
    "ended visit": Sentence("how a visit went", sp="how an appointment went"),
    "ended part": Sentence("a part that they ended"),
    "waiting": Sentence("what they wait for"),
    "amended waiting": Sentence("what they wait for"),
    "ended waiting": Sentence("how a wait ended"),
    "look back": Sentence("how a look back went", sp="how a review went"),
    "ending": Sentence("how it ended"),
    "message back": Sentence("word back to whoever introduced them", sp="message back to whoever referred them"),
    "ended step": Sentence("how a step went", sp="how an action went"),
    "connection": Sentence("connection", sp="onward link"),
    "connection of two": Sentence("connecting two people who were both asked"),
    "rung": Sentence("what became of a connection", sp="what became of an onward link"),
    "asked of us": Sentence("what they ask of us"),
    "naming without a yes": Sentence("telling a partner without a yes"),
    "naming": Sentence("naming to a partner"),
    "good to know": Sentence("good to know"),
    "of themselves": Sentence("what they say of themselves"),
    "gifts": Sentence("gifts", sp="strengths"),
    "would like": Sentence("what they would like of a neighbour"),
    "two met": Sentence("that two met"),
    "kept apart": Sentence("whom they must not meet"),
    "likes to be asked": Sentence("what they would like to be asked"),
    "giving": Sentence("what was given or received"),
    "week": Sentence("their week"),
    "circle": Sentence("people in their life"),
    "their words": Sentence("their own words"),
    "easy read": Sentence("Easy Read"),
    "not right": Sentence("what is not right"),
    "answer": Sentence("answer to what is not right"),
    "hand over": Sentence("handing something over"),
    "send hand-over": Sentence("sending a link to a hand-over"),
    "send introducer": Sentence("telling whoever introduces people that something is answered", sp="telling whoever refers people that something is answered"),
    "rang": Sentence("somebody rang about somebody"),
    "answer back": Sentence("an answer to whoever introduced them", sp="an answer to whoever referred them"),
    "introducer": Sentence("who introduces people", sp="who refers people"),
    "introducer link": Sentence("a link to introduce people by", sp="a link to refer people by"),
    "said in hand-over": Sentence("words in a hand-over"),
    "took hand-over back": Sentence("taking something back that was handed over"),
    "told of hand-over": Sentence("what they were told of a hand-over"),
    "link of hand-over": Sentence("a link to a hand-over"),
    "shared page": Sentence("a page shared with another profession"),
    "receiver": Sentence("whom to hand to"),
    "who does what": Sentence("who does what"),
}
"""What a form that was left unfinished is called, by the name under which it saves itself: what stands before a slash, where a key follows."""

CHANGES_SINCE = Sentence(
    "Since then they told of %(changes)s changes: %(better)s for the better, %(worse)s for the worse.",
    sp="Since then they told of %(changes)s outcomes: %(better)s for the better, %(worse)s for the worse.",
)
NO_CHANGE_SINCE = Sentence("Since then they told of no change yet.", sp="Since then they told of no outcome yet.")
