"""What changed in somebody's life."""

from alongside.foundation.words import Word

CHANGE = Word("change", "change", "Something that became different in their life, good or bad, in their words.", sp="outcome")

DIRECTIONS = (
    Word("better", "better", "They say it is better.", plurals={"better": "better"}),
    Word("worse", "worse", "They say it is worse.", plurals={"worse": "worse"}),
    Word("different", "different, neither", "They say it is neither better nor worse.", plurals={"different, neither": "different, neither"}),
)

SHARES = (
    Word("not asked", "not asked", "Nobody asked: that is not the same as none.", plurals={"not asked": "not asked"}),
    Word("none", "none of it", "None of it.", plurals={"none of it": "none of it"}),
    Word("a little", "a little", "About a quarter.", plurals={"a little": "a little"}),
    Word("half", "about half", "About half.", plurals={"about half": "about half"}),
    Word("most", "most of it", "About three quarters.", plurals={"most of it": "most of it"}),
    Word("all", "all of it", "All of it.", plurals={"all of it": "all of it"}),
)

HOW_LONG_IT_LASTS = (
    Word("not asked", "not asked", "Nobody asked: that is not the same as for a short while.", plurals={"not asked": "not asked"}),
    Word("over", "over already", "It did not last.", plurals={"over already": "over already"}),
    Word("weeks", "some weeks", "Up to three months, they think.", plurals={"some weeks": "some weeks"}),
    Word("months", "some months", "Up to a year, they think.", plurals={"some months": "some months"}),
    Word("a year", "about a year", "About a year, they think.", plurals={"about a year": "about a year"}),
    Word("years", "several years", "Several years, they think.", plurals={"several years": "several years"}),
    Word("for good", "for good", "They think that it stays.", plurals={"for good": "for good"}),
)

COUNTED_KIND = Word(
    "counted kind",
    "counted kind",
    "A kind of change that is counted beside others of its kind, like volunteering. The words of the change stay theirs.",
    sp="counted kind",
)

COUNTED = (
    Word(
        "day care",
        "an alternative to day care",
        "Something of their own takes the place of a day centre or day care.",
        plurals={"an alternative to day care": "alternatives to day care"},
    ),
    Word("volunteering", "volunteering", "They give their time to others, or to a group.", plurals={"volunteering": "volunteering"}),
    Word(
        "reconnected",
        "reconnected with family or neighbours",
        "They are in touch again with family, friends or neighbours.",
        plurals={"reconnected with family or neighbours": "reconnected with family or neighbours"},
    ),
    Word("benefits", "reached benefits", "A benefit that they had a right to reached them.", plurals={"reached benefits": "reached benefits"}),
    Word("income", "more income", "They have more money to live on than before.", plurals={"more income": "more income"}),
    Word("active", "more active", "They move more: walking, swimming, the garden.", plurals={"more active": "more active"}),
    Word(
        "peer-led",
        "in something that peers lead",
        "They take part in something led by people like themselves.",
        plurals={"in something that peers lead": "in something that peers lead"},
    ),
    Word("learning", "learning or work", "They learn something, or work, for pay or not.", plurals={"learning or work": "learning or work"}),
    Word(
        "home", "a better or safer home", "Where they live became better, safer or more certain.", plurals={"a better or safer home": "better or safer homes"}
    ),
    Word(
        "teaches",
        "teaches those who help",
        "They help to train people who work with others, such as students of social work.",
        plurals={"teaches those who help": "teaches those who help"},
    ),
)
"""What is counted everywhere by the same words; a team adds its own beside them."""

OF_THE_TEAM = Word("own list", "of the team’s own list", "A kind that the team added.", plurals={"of the team’s own list": "of the team’s own list"})
COUNTED_OR_OWN = (*COUNTED, OF_THE_TEAM)
COUNTED_TOGETHER = tuple(word for word in COUNTED if word.stored != "day care")
"""Without the alternatives to day care, which are a figure of their own together with what stands in people's weeks."""

WAYS_OF_WORTH = (
    Word(
        "would pay",
        "what they would pay, or give up",
        "A sum that they would pay to keep it, or to be without it, or what they would give up for it.",
        plurals={"what they would pay, or give up": "what they would pay, or give up"},
    ),
    Word(
        "beside prices",
        "beside things with a price",
        "Between which things with a known price they would put it.",
        plurals={"beside things with a price": "beside things with a price"},
    ),
    Word(
        "thermometer",
        "on a thermometer",
        "From 0, nothing at all, to 100, as much as anything could.",
        plurals={"on a thermometer": "on a thermometer"},
    ),
    Word(
        "declined",
        "they would rather not say",
        "They were asked, and would rather not. That is not the same as nothing.",
        plurals={"they would rather not say": "they would rather not say"},
    ),
)

HOW_IT_WAS_VALUED = (*WAYS_OF_WORTH, Word("not asked", "not asked", "Nobody asked: that is not the same as nothing.", plurals={"not asked": "not asked"}))
"""The three ways, that they would rather not, and that nobody asked."""

HOW_OFTEN_PAID = (
    Word("once", "once", "One sum.", plurals={"once": "once"}),
    Word("a week", "a week", "That much each week.", plurals={"a week": "a week"}),
    Word("a month", "a month", "That much each month.", plurals={"a month": "a month"}),
    Word("a year", "a year", "That much each year.", plurals={"a year": "a year"}),
)

HOW_TOLD = (
    Word("aloud", "aloud", "In a conversation, and written down by one of us.", plurals={"aloud": "aloud"}),
    Word("on paper", "on paper", "They wrote it on the form, and one of us entered it.", plurals={"on paper": "on paper"}),
    Word(
        "on a screen",
        "on a screen, by themselves",
        "They typed it themselves, on our screen or theirs.",
        plurals={"on a screen, by themselves": "on a screen, by themselves"},
    ),
)

MEASURE = Word("measure", "measure", "Questions that are asked in the same words each time, so that two days can be laid side by side.")

WAYS_OF_ANSWERING = (
    Word(
        "together",
        "together, face to face",
        "One of us read the questions out and wrote down what they said.",
        plurals={"together, face to face": "together, face to face"},
    ),
    Word("by telephone", "by telephone", "Asked and answered by telephone.", plurals={"by telephone": "by telephone"}),
    Word(
        "alone, on paper",
        "alone, on paper",
        "They filled the questions in by themselves, and one of us entered them.",
        plurals={"alone, on paper": "alone, on paper"},
    ),
    Word(
        "alone, on a screen of ours",
        "alone, on a screen of ours",
        "They answered by themselves on a screen that was handed to them.",
        plurals={"alone, on a screen of ours": "alone, on a screen of ours"},
    ),
    Word(
        "somebody helped",
        "somebody else helped",
        "A relative, a friend or an interpreter helped with it.",
        plurals={"somebody else helped": "somebody else helped"},
    ),
    Word(
        "alone, on their page",
        "alone, on their own page",
        "They answered by themselves, by the link to their own page.",
        plurals={"alone, on their own page": "alone, on their own page"},
    ),
)
"""Mode of completion: being helped makes answers rosier, so it stands beside each."""

HOW_ANSWERED = (
    Word("answered", "answered", "At least one question was answered.", plurals={"answered": "answered"}),
    Word("not today", "not today", "They were asked, and it did not suit. That is not the same as nothing.", plurals={"not today": "not today"}),
    Word("rather not", "rather not", "They would rather not be asked this.", plurals={"rather not": "rather not"}),
)

SERVICES_USED = (
    Word("gp", "GP visits", "Seen by a GP or a nurse at the surgery.", plurals={"GP visits": "GP visits"}),
    Word("home visit", "home visits", "A GP or a nurse came to their home.", plurals={"home visits": "home visits"}),
    Word("a&e", "A&E", "At an emergency department.", plurals={"A&E": "A&E"}),
    Word("admission", "admissions", "Stayed in hospital without having planned it.", plurals={"admissions": "admissions"}),
    Word("ambulance", "ambulances", "An ambulance came.", plurals={"ambulances": "ambulances"}),
    Word("police", "police", "The police were called, or came.", plurals={"police": "police"}),
    Word("111", "NHS 111", "Rang 111.", plurals={"NHS 111": "NHS 111"}),
    Word("day care", "days of day care", "A day at a day centre or in day care.", plurals={"days of day care": "days of day care"}),
    Word("crisis", "mental health crisis team", "Seen by a crisis team.", plurals={"mental health crisis team": "mental health crisis team"}),
)
"""What can be counted before and after."""

SOURCES_OF_USE = (
    Word("self-reported", "they told us", "Told from memory, by them or whoever is close.", plurals={"they told us": "they told us"}),
    Word("seen", "seen on paper", "Counted by one of us from letters, a diary or a record that they showed.", plurals={"seen on paper": "seen on paper"}),
    Word("practice", "from a practice", "A practice's own list, brought in as a table.", plurals={"from a practice": "from a practice"}),
)
"""Never added together: what somebody remembers and what a practice counted are two numbers."""

WEEKS_OF_USE = (4, 13, 26, 52)
"""How many weeks can be asked about: before and after are laid beside each other only over the same number."""

STORY = Word("story of change", "story", "What somebody chose to tell of their life, in words they agreed to, for one use.", plurals={"story": "stories"})

USES_OF_A_STORY = (
    Word("committee", "a committee paper", "Read by councillors or a board, and often by everybody.", plurals={"a committee paper": "committee papers"}),
    Word("funder", "a report to a funder", "Read by whoever pays.", plurals={"a report to a funder": "reports to a funder"}),
    Word("leadership group", "a leadership group", "Told to those who clear barriers, and answered.", plurals={"a leadership group": "leadership groups"}),
    Word("leaflet", "a leaflet, or a website", "Read by everybody.", plurals={"a leaflet, or a website": "leaflets and websites"}),
    Word("training", "training", "Told to colleagues who learn.", plurals={"training": "training"}),
)

HOW_A_STORY_STANDS = (
    Word("draft", "a draft", "Nobody but the team reads it.", plurals={"a draft": "drafts"}),
    Word("their yes", "their yes", "They said yes to these words for this use.", plurals={"their yes": "their yes"}),
    Word("printed", "printed", "It was used, once, for what they agreed to.", plurals={"printed": "printed"}),
    Word("withdrawn", "withdrawn", "They took it back before it was printed: it is printed nowhere.", plurals={"withdrawn": "withdrawn"}),
    Word(
        "withdrawn after",
        "withdrawn, after it was printed",
        "They took it back; what was printed before then is out of reach.",
        plurals={"withdrawn, after it was printed": "withdrawn, after it was printed"},
    ),
)
