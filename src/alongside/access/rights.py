"""Tables that let staff in, or let them see somebody: whatever is changed in them is kept too, by whose rights they are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rights:
    """A table with somebody's rights: the column that says whose, if it does.

    Of what is `secret` the history keeps only that it is another. What is `passing` is written whenever a right is used and gives none.
    """

    staff: str = ""
    secret: tuple[str, ...] = ()
    passing: tuple[str, ...] = ()


RIGHTS = {
    "teams_membership": Rights("staff_id"),
    "teams_staff": Rights("id", secret=("password",), passing=("last_login",)),
    "teams_team": Rights(),
    "teams_team_localities": Rights(),
    # Whose people may be seen, by whoever stands in for them.
    "access_cover": Rights("away_id"),
    # Who sits at a meeting's table, and when its list is open to them.
    "meetings_seat": Rights("staff_id", secret=("reference",)),
    "meetings_meeting": Rights(),
    # Who introduces people, by an account or a link, and reads what became of it.
    "introductions_introducer": Rights("staff_id", secret=("reference",)),
    # Who finds, when they sign in, what is handed to that post from now on.
    "handovers_receiver": Rights("staff_id"),
    "teams_organisation": Rights(secret=("logo",)),
    # Who reads what somebody's money did: sums, and nobody.
    "money_streamreader": Rights("staff_id"),
    "mfa_authenticator": Rights("user_id", secret=("data",), passing=("last_used_at",)),
    # Whoever has an address here can have a password sent to it.
    "account_emailaddress": Rights("user_id"),
    "account_emailconfirmation": Rights(secret=("key",)),
}

GRANTS_NOTHING = {
    "evidence_countedahead": "counts of an extract, read by whoever may read it; nobody is let in by them",
    "evidence_letout": "numbers that have left, small ones held back; nobody is in them",
    "django_session": "made and changed at every page; what is in it is signed, so that nobody who writes a row is let in by it",
    "web_cache": "counts failed sign-ins for a few minutes",
    "mine_unfinished": "what somebody is writing on their own page, until it is sent",
    "mine_tries": "counts wrong codes at a link for a while",
    "web_draft": "its writer's own words, until they are saved",
    "exchange_movingin": "a file of whoever brought it, until it is confirmed",
    "exchange_plannedpage": "worked out of such a file, and thrown away with it",
    "exchange_feed": "addresses of directories that are read; nobody is in them",
    "exchange_broughtfile": "a file of entries until it is loaded, and how it was read",
    "exchange_feedservice": "what a directory publishes, until it is loaded",
    "directory_impression": "what a place is like, in words that everybody or a team reads; nobody is let in by it",
    "directory_gap": "what is wished for near a part of town, and by nobody; whose it is stands in connections_gapof, with a history",
    "directory_lived": "counts of a place by team and month",
    "directory_session": "when something meets",
    "places_deprivation": "how deprived areas are, as a government publishes it",
    "places_residents": "how many people live in a place",
    "places_schoolterm": "when there is school",
    "places_bustimetable": "when buses run",
    "directory_stillright": "a question to whoever runs something; a link opens what everybody sees",
    "value_worked": "assumptions of what changes are worth, and nobody",
    "value_version": "the same, frozen, with how many people had which changes",
    "evidence_givenout": "who got an extract with nobody's name in it, and what for",
    "introductions_broughtin": "words to a team from elsewhere, emptied when they are decided; nobody is let in by it",
    "handovers_whodoeswhat": "how two roles share their work; each version stays",
    "handovers_ownnote": "its writer's own words, for as long as the hand-over is open to them",
    "meetings_series": "when a meeting is, and what may be told there; who sits there stands in meetings_seat",
    "meetings_present": "which professionals were at a meeting",
    "meetings_owncalendar": "an address by which a calendar reads when meetings are, with nobody in it",
    "meetings_reflection": "a scene of practice with nobody in it, for the team alone",
    "meetings_thought": "what a colleague says to it; one taken back stays in its own row",
    "meetings_proposal": "words to the team that calls a meeting; nobody is on a list by it",
    "django_migrations": "which tables there are",
    "django_content_type": "which tables there are",
    "auth_group": "Django's own permissions, which nothing here asks",
    "auth_group_permissions": "Django's own permissions, which nothing here asks",
    "auth_permission": "Django's own permissions, which nothing here asks",
    "people_joinedrow": "what was carried when two records were joined; the deed has its line, and every row it touched its own history",
    "people_proposal": "that somebody asked whether two are one, made by functions; nobody sees more by it",
    "access_blotted": "that a name was taken out, written once by a function",
    "pictures_paperpicture": "a photograph that is gone is really gone; the deed has its line",
    "pictures_theirpicture": "a picture that is gone is really gone; the deed has its line",
    "pictures_setpicture": "drawings that an administrator brought, of nobody",
    "connections_maymeet": "what somebody said on their own side, written by functions; the deed has its line",
    "connections_meetkey": "folded pieces of what stands in other tables with a history",
    "people_matchkey": "folded pieces of what stands in other tables with a history",
    "access_gathered": "everything about somebody who asked for it, for a while; made by a function, from tables with a history",
    "access_forgotten": "certificates, made by a function; whoever it was is not in them",
    "evidence_remainder": "counts of those who were forgotten, made by a function; nobody reads it",
    "evidence_besideaservice": "published numbers that a manager set beside the use of a service",
    "evidence_extract": "made by a function, from tables with a history",
    "evidence_link": "made by a function, from tables with a history",
    "trail_entry": "the trail itself",
    "trail_reason": "part of the trail",
    "trail_change": "the history itself",
    "journeys_handover": "who took over from whom and when; whom it lets see stands in rows alongside somebody, with a history",
    "teams_weeklyletter": "whether and when somebody gets a letter that holds nobody",
    "journeys_nameless": "light contacts with nobody named, counted by the team that had them",
    "journeys_outing": "who went how far on which day, and never to whom",
    "directory_entry": "what is good around here, for everybody",
    "directory_source": "where entries came from",
    "directory_taglist": "a published list of words",
    "directory_tag": "a published word for what entries are about",
    "directory_learnedtags": "weights of words",
    "directory_suggestedtag": "what an entry's words suggest, made anew at any time",
    "directory_tagging": "what an entry is about, for everybody; what is taken back stays",
    "directory_complaint": "what somebody says is wrong with an entry; what became of it stands in its row, and each press in the trail",
    "directory_settled": "whose word stands of a place, and what both said",
    "directory_likelytwins": "two entries that look alike, made anew at any time",
    "directory_twinsjudged": "that two entries are one, or two; what is taken back stays",
    "directory_encoded": "vectors of what entries say",
    "directory_knownword": "words of the entries, counted",
    "notices_notice": "what went out to whom, in fixed sentences; a link in it opens what its own room says, and what was taken is never changed",
    "groups_group": "what neighbours do together, for the team that keeps it; nobody is let in by it",
    "groups_step": "a stage of a group; one taken back stays in its own row",
    "groups_taster": "a taster day of a group, by counts; whoever is named stands in a table with a history",
    "groups_gathering": "a session of a group, by heads; one taken back stays in its own row",
    "groups_stillgoing": "what a group answers of itself; one set aside stays in its own row",
    "feedback_asked": "how many were asked how it was; a link that lets nobody see anybody",
    "feedback_heard": "sheets that came back, of nobody; written once by a function",
    "feedback_words": "words to a team that are really gone once they are dealt with; the deed has its line",
    "gaps_bundle": "wishes that somebody said are one; whose they are stands in connections_gapof, with a history",
    "gaps_together": "which wishes stand together; one taken out stays in its own row",
    "gaps_different": "that two wishes are not one; what is taken back stays",
    "gaps_idea": "which group a wish led to; what is taken back stays in its own row",
    "gaps_barrier": "what stands in the way of a neighbourhood, and of nobody by name",
    "gaps_barrierstep": "what became of a barrier; one taken back stays in its own row",
    "groups_registerlink": "a link that lets nobody see anybody: it opens a register of heads",
    "groups_packpage": "a page of advice for any group",
    "groups_held": "who holds a thing in a group, each holder in a row of its own",
    "money_fundingstream": "where money comes from; nobody is let in by it",
    "money_post": "a job, not who does it",
    "money_inpost": "who is in a job, to count by it; what they may see is said by their seats",
    "money_postcost": "what a job costs",
    "money_grant": "grants as they were published",
    "money_ways": "how a team spends",
    "money_budget": "money for what people want to do",
    "money_closing": "that a year is closed, or was",
    "money_movement": "a book whose lines are never changed",
    "money_spend": "what money was for; every line of it stands in the book",
    "money_receipt": "pages of a receipt, written once",
    "money_brought": "what came in; what was taken back stays",
    "money_share": "who pays for a job; what was changed or taken back stays",
    "introductions_teamreason": "a word on a team's list",
    "outcomes_teamkind": "a word on a team's list",
    "outcomes_broughtuses": "that a table came in, by counts; whose it tells of stands in tables with a history",
    "outcomes_measurefile": "questions as they are published, of which no row is changed",
    "outcomes_teammeasure": "which questions a team may ask; one that is retired stays",
    "places_locality": "names of places",
    "places_postcode": "where postcodes are",
}
"""Every other table without a history, each with why nobody is let in, or sees anybody, by a row of it."""
