"""What is good around here."""

from alongside.foundation.words import Sentence, Word

ENTRY = Word("entry", "entry", "One thing people gather for, or can turn to, near here.", plurals={"entry": "entries"})
PLACE_NOT_KNOWN = Word(
    "place not known",
    "place not known",
    "We do not know where it is, so it is offered apart, never on the map.",
    plurals={"place not known": "place not known"},
)

KINDS = (
    Word("group", "group", "People who gather."),
    Word("place", "place", "Somewhere to go."),
    Word("activity", "activity", "Something to do, at a time.", plurals={"activity": "activities"}),
    Word("service", "service", "A formal service."),
)

COSTS = (
    Word("free", "free", "Costs nothing.", plurals={"free": "free"}),
    Word("some", "costs something", "There is a charge.", plurals={"costs something": "costs something"}),
    Word("unknown", "cost not known", "Nobody has told us.", plurals={"cost not known": "cost not known"}),
)

ACCESS = (
    Word("step free", "step-free", "No steps on the way in or inside.", plurals={"step-free": "step-free"}),
    Word("toilet", "accessible toilet", "An accessible toilet."),
    Word("hearing loop", "hearing loop", "A hearing loop."),
    Word("quiet", "quiet", "A quiet place or time.", plurals={"quiet": "quiet"}),
    Word("parking", "parking for disabled people", "Parking for disabled people.", plurals={"parking for disabled people": "parking for disabled people"}),
    Word("bus", "near a bus stop", "A bus stops close by.", plurals={"near a bus stop": "near a bus stop"}),
)

TOOK = (
    Word("ours", "ours was kept", "What one of us put right stands.", plurals={"ours was kept": "ours was kept"}),
    Word("theirs", "the source’s word was taken", "What its source says stands.", plurals={"the source’s word was taken": "the source’s word was taken"}),
)

ROOM = (
    Word("room", "there is room", "Somebody new can come.", plurals={"there is room": "there is room"}),
    Word("little", "a few places left", "It will be full soon.", plurals={"a few places left": "a few places left"}),
    Word("waiting", "there is a waiting list", "Who comes now waits.", plurals={"there is a waiting list": "there is a waiting list"}),
    Word("full", "full at the moment", "Nobody new for now.", plurals={"full at the moment": "full at the moment"}),
)
"""Whether somebody new can come now, as whoever was there last knows it."""

CONFIRMED_HOW = (
    Word("visit", "by a visit", "One of us was there.", plurals={"by a visit": "by a visit"}),
    Word("call", "by a call", "One of us called.", plurals={"by a call": "by a call"}),
    Word("link", "by whoever runs it", "Whoever runs it answered our link.", plurals={"by whoever runs it": "by whoever runs it"}),
    Word("feed", "by its source", "The source it came from said so.", plurals={"by its source": "by its source"}),
)

TEAMS_CONFIRM = Sentence(
    "Only coordinators, support officers and managers confirm an entry. If something in it is wrong, tell one of them.",
    sp="Only link workers, support officers and managers confirm an entry. If something in it is wrong, tell one of them.",
)

TEAMS_KEEP = Sentence(
    "Only coordinators, support officers and managers change an entry. If something in it is wrong, tell one of them.",
    sp="Only link workers, support officers and managers change an entry. If something in it is wrong, tell one of them.",
)
SETTLE = Sentence(
    "Only coordinators, support officers, managers and administrators say whether ours or a source's word stands.",
    sp="Only link workers, support officers, managers and administrators say whether ours or a source's word stands.",
)
SAID_BY_ANOTHER = Sentence("Somebody else wrote this. Write how you found it beside it.")
WHAT_IT_IS_LIKE = Sentence("What it is really like")

ANSWERS = (
    Word("right", "it is all still right", "Nothing has changed.", plurals={"it is all still right": "it is all still right"}),
    Word("changed", "something is different", "They say what.", plurals={"something is different": "something is different"}),
    Word("gone", "it is not there any more", "It has ended, or moved away.", plurals={"it is not there any more": "it is not there any more"}),
)
"""What whoever runs it says, by the link."""

HOW_OFTEN = (
    Word("weekly", "every week", "On the same day of the week.", plurals={"every week": "every week"}),
    Word("fortnightly", "every two weeks", "Every second week.", plurals={"every two weeks": "every two weeks"}),
    *(
        Word(f"monthly {which}", f"{which} of the month", f"The {which} such day of each month.", plurals={f"{which} of the month": f"{which} of the month"})
        for which in ("first", "second", "third", "fourth", "last")
    ),
    Word("once", "once", "On that day alone.", plurals={"once": "once"}),
)
"""How often something meets, as plain choices."""

VERDICTS = (
    Word("accepted", "it is so", "Somebody who keeps the directory true said so.", plurals={"it is so": "it is so"}),
    Word("refused", "it is not so", "Somebody who keeps the directory true said so.", plurals={"it is not so": "it is not so"}),
)
"""What a person says of a tag."""

HOW_SURE = (
    Word("very likely", "very likely", "At least three in four such suggestions are right.", plurals={"very likely": "very likely"}),
    Word("likely", "likely", "About every second such suggestion is right.", plurals={"likely": "likely"}),
    Word("perhaps", "perhaps", "Fewer than every second such suggestion is right.", plurals={"perhaps": "perhaps"}),
)
"""How sure a suggestion is, in words."""

GAP = Word("gap", "gap", "Something that somebody would like and that is not there, or does not suit: a wish that was kept, until there is something.")

GAP_STATES = (
    Word("open", "not there yet", "Nothing suits it so far.", plurals={"not there yet": "not there yet"}),
    Word("answered", "there is something now", "Something on the noticeboard answers it.", plurals={"there is something now": "there is something now"}),
    Word("ended", "not wished any more", "Nobody looks for it any more.", plurals={"not wished any more": "not wished any more"}),
)
"""How a kept wish stands."""

HEARD_IN = (
    Word(
        "search",
        "a search that found nothing",
        "Somebody looked for it and nothing suited.",
        plurals={"a search that found nothing": "searches that found nothing"},
    ),
    Word(
        "not for me",
        "something that was not for them",
        "They tried something, and it was not for them.",
        plurals={"something that was not for them": "things that were not for them"},
    ),
    Word("note", "a note", "It was said in a conversation that is written down.", plurals={"a note": "notes"}),
)
"""Where a wish was heard."""

SAY_WHAT = Sentence("Say in a few words what is wished for.")
THAT_IS_LONG = Sentence("This is very long. Say what is wished for in at most %(most)s letters.")
NO_CONTACTS = Sentence("Leave out telephone numbers, e-mail addresses and postcodes: others read these words.")
NO_NAMES = Sentence("Leave their name out of the words: others in your team read them. You can keep the wish on their page instead.")
THAT_MANY = Sentence("Say how many would come, from 1 to %(most)s.")

TWIN_VERDICTS = (
    Word("one", "they are one", "Both tell of the same; one of them stays.", plurals={"they are one": "they are one"}),
    Word("two", "they are two", "They only look alike; nobody is asked again.", plurals={"they are two": "they are two"}),
)
"""What a person says of two entries that look alike."""

NOT_FOR_ME_BECAUSE = (
    Word("too steep", "too steep to get there or in", "A hill or steps on the way.", plurals={"too steep to get there or in": "too steep to get there or in"}),
    Word("too loud", "too loud or too much", "Noise, or too many at once.", plurals={"too loud or too much": "too loud or too much"}),
    Word("full", "no room for somebody new", "They could not join.", plurals={"no room for somebody new": "no room for somebody new"}),
    Word("too far", "too far to get to", "The way there is too long.", plurals={"too far to get to": "too far to get to"}),
    Word("cost", "it costs too much", "They cannot or would not pay it.", plurals={"it costs too much": "it costs too much"}),
    Word(
        "another reason",
        "not for them for another reason",
        "It says nothing of the place.",
        plurals={"not for them for another reason": "not for them for another reason"},
    ),
)
"""Why something was not for somebody, as far as that says something of the place."""

LIVED = (
    Word("suggested", "suggested", "It was talked about with somebody.", plurals={"suggested": "suggested"}),
    Word("tried", "tried", "They went, with somebody or alone.", plurals={"tried": "tried"}),
    Word("went back", "went back", "They went by themselves after that, or still go.", plurals={"went back": "went back"}),
    Word("liked", "stayed", "They still go after twelve weeks, or help to run it.", plurals={"stayed": "stayed"}),
    *NOT_FOR_ME_BECAUSE,
)
"""What is counted of a place, and of nobody."""

AS_IT_IS_SAID = {"too steep": "a steep hill", "too loud": "it can be loud"}
"""How a reason is said among what an entry says of getting in and about, where one of us says so."""

COMPLAINT = Word("complaint", "said to be wrong", "Something in an entry is not right, somebody says.", plurals={"said to be wrong": "said to be wrong"})

COMPLAINED_OF = (
    Word("times", "the times", "When it meets or opens.", plurals={"the times": "the times"}),
    Word("place", "where it is", "Its address, or the way there.", plurals={"where it is": "where it is"}),
    Word("phone", "the telephone or e-mail", "Nobody answers, or somebody else does.", plurals={"the telephone or e-mail": "the telephone or e-mail"}),
    Word("over", "it is over", "It does not happen any more.", plurals={"it is over": "it is over"}),
    Word("getting in", "getting in and about", "Steps, toilets, noise, who is let in.", plurals={"getting in and about": "getting in and about"}),
    Word("other", "something else", "Anything besides.", plurals={"something else": "something else"}),
)
"""Of what somebody says that it is not right."""

BECAME_OF_IT = (
    Word("put right", "it is put right", "One of us put it right.", plurals={"it is put right": "it is put right"}),
    Word("right", "it is right as it stands", "One of us looked, and it is so.", plurals={"it is right as it stands": "it is right as it stands"}),
    Word("gone", "it is not there any more", "It has ended, or moved away.", plurals={"it is not there any more": "it is not there any more"}),
)
"""What became of a complaint."""
