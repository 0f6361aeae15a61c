"""What each kind of thing we keep is called, where it stands in the document, and what its parts are called: said to the person."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.foundation.words import Sentence


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CHAPTERS = {
    "who": Sentence("Who you are, and how to reach you"),
    "with you": Sentence("Who walks with you", sp="Who supports you"),
    "came": Sentence("How you came to us"),
    "life": Sentence("What matters to you, and what you bring"),
    "circle": Sentence("The people in your life"),
    "agreed": Sentence("What we agreed", sp="The plan we made together"),
    "written": Sentence("What was written, in order"),
    "who may know": Sentence("Who may know about you, and what you asked of us"),
    "copy": Sentence("Your own copy"),
    "begun": Sentence("What somebody began to write, or brought from elsewhere"),
    "was": Sentence("What stood there before it was put right"),
    "looked": Sentence("Who looked, and what was done"),
    "for programs": Sentence("For programs: how your record is found again, and where it stands on a map"),
}
"""The chapters, in order."""


@dataclass(frozen=True)
class Kind:
    """One kind of thing: its name, its chapter, and its name where many are counted by somebody else than the person."""

    chapter: str
    title: Sentence
    many: Sentence


def _kind(chapter: str, title: Sentence, many: Sentence | None = None) -> Kind:
    return Kind(chapter, title, many or title)


KINDS = {
    "people_person": _kind("who", Sentence("Your name"), Sentence("Name and date of birth")),
    "people_whereabouts": _kind("who", Sentence("Where you can be found"), Sentence("Address and telephone")),
    "people_goodtoknow": _kind("who", Sentence("What is good to know"), Sentence("What is good to know")),
    "people_locationprotection": _kind("who", Sentence("Where you live is protected"), Sentence("Protection of where they live")),
    "people_locationlisted": _kind("who", Sentence("Who sees where you live"), Sentence("Who sees where they live")),
    "people_matchkey": _kind(
        "for programs", Sentence("How we find you again when a name is spelt otherwise"), Sentence("Pieces of a name, to find them again")
    ),
    "journeys_alongside": _kind("with you", Sentence("Walks with you", sp="Supports you"), Sentence("Who walked alongside them", sp="Who supported them")),
    "journeys_handedover": _kind(
        "with you", Sentence("Somebody else walks with you from a day on", sp="Somebody else supports you from a day on"), Sentence("Hand-overs")
    ),
    "people_holding": _kind("with you", Sentence("The team that keeps your record"), Sentence("Teams that kept their record")),
    "journeys_level": _kind("with you", Sentence("How closely", sp="What kind of support"), Sentence("Levels", sp="Kinds of support")),
    "access_covered": _kind("with you", Sentence("Somebody stood in"), Sentence("Cover while somebody was away")),
    "introductions_introduction": _kind("came", Sentence("You were introduced", sp="You were referred"), Sentence("Introductions", sp="Referrals")),
    "introductions_camein": _kind(
        "came",
        Sentence("What whoever introduced you said", sp="What whoever referred you said"),
        Sentence("Introductions that came in", sp="Referrals that came in"),
    ),
    "introductions_messageback": _kind(
        "came", Sentence("What we wrote back"), Sentence("Words back to whoever introduced them", sp="Messages back to whoever referred them")
    ),
    "introductions_whytheycame": _kind("came", Sentence("Why you came"), Sentence("Why they came")),
    "journeys_goodlife": _kind("life", Sentence("A good life", sp="What matters to you"), Sentence("Good life", sp="What matters to them")),
    "people_wouldlike": _kind("life", Sentence("What you would like of a neighbour"), Sentence("What they would like of a neighbour")),
    "people_keptapart": _kind("life", Sentence("Whom you are not to meet"), Sentence("Whom they are not to meet")),
    "meetings_listed": _kind("agreed", Sentence("What you agreed a meeting may know"), Sentence("Lists of meetings they are on")),
    "meetings_brought": _kind("agreed", Sentence("Who proposed you to a meeting"), Sentence("Proposals to meetings")),
    "meetings_discussed": _kind("agreed", Sentence("What a meeting said"), Sentence("What meetings said")),
    "meetings_agreed": _kind("agreed", Sentence("What a meeting agreed"), Sentence("What meetings agreed")),
    "meetings_toldback": _kind("agreed", Sentence("What you were told of a meeting"), Sentence("What they were told of meetings")),
    "handovers_stepup": _kind("agreed", Sentence("Something was handed to another profession"), Sentence("What was handed to other professions")),
    "handovers_turn": _kind("agreed", Sentence("What was said of it"), Sentence("What was said in hand-overs")),
    "handovers_sharedpage": _kind("agreed", Sentence("A page that two professions share"), Sentence("Pages that two professions share")),
    "handovers_ownnote": _kind("agreed", Sentence("A note of another profession"), Sentence("Notes of other professions")),
    "groups_ingroup": _kind("life", Sentence("A group you are in"), Sentence("Groups they are in")),
    "groups_attendance": _kind("life", Sentence("A session of a group"), Sentence("Sessions on whose register they stand")),
    "groups_guest": _kind("life", Sentence("A taster day you were asked to"), Sentence("Taster days they were asked to")),
    "connections_maymeet": _kind("life", Sentence("What you said about meeting somebody near"), Sentence("What they said about meeting somebody near")),
    "connections_meetkey": _kind(
        "for programs", Sentence("How somebody near is found who suits"), Sentence("Pieces of what they offer and would like, to find somebody near")
    ),
    "connections_gapof": _kind("life", Sentence("What you wished for that is not there yet"), Sentence("Wishes that nothing suited")),
    "people_gift": _kind("life", Sentence("What you bring"), Sentence("Gifts", sp="Strengths")),
    "people_likestobeasked": _kind("life", Sentence("What you would like to be asked"), Sentence("What they would like to be asked to help with")),
    "people_intheirlife": _kind("circle", Sentence("Somebody in your life"), Sentence("People in their life")),
    "people_closeness": _kind("circle", Sentence("How close somebody is"), Sentence("How close somebody in their life is")),
    "people_circlelook": _kind("circle", Sentence("We went through the people in your life"), Sentence("Times the people in their life were gone through")),
    "journeys_agreement": _kind(
        "agreed", Sentence("Shared agreement", sp="Personalised care and support plan"), Sentence("Shared agreements", sp="Personalised care and support plans")
    ),
    "journeys_endedpart": _kind(
        "agreed",
        Sentence("You ended a part of it"),
        Sentence("Parts of the agreement that they ended", sp="Parts of the plan that they ended"),
    ),
    "journeys_step": _kind("agreed", Sentence("Next step", sp="Action"), Sentence("Next steps", sp="Actions")),
    "journeys_waiting": _kind("agreed", Sentence("What you wait for"), Sentence("What they waited for")),
    "journeys_paper": _kind("agreed", Sentence("A paper you need"), Sentence("Papers they need")),
    "journeys_lookback": _kind("agreed", Sentence("A day to look back", sp="A review"), Sentence("Looks back", sp="Reviews")),
    "journeys_rhythm": _kind("agreed", Sentence("How often we are in touch"), Sentence("How often to be in touch")),
    "journeys_note": _kind("written", Sentence("Note"), Sentence("Notes")),
    "journeys_visit": _kind("written", Sentence("A visit that was planned", sp="An appointment"), Sentence("Visits that were planned", sp="Appointments")),
    "outcomes_lifechange": _kind("written", Sentence("What changed"), Sentence("Changes", sp="Outcomes")),
    "connections_connection": _kind("written", Sentence("Connection", sp="Onward link"), Sentence("Connections", sp="Onward links")),
    "connections_rung": _kind(
        "written",
        Sentence("What became of a connection", sp="What became of an onward link"),
        Sentence("What became of connections", sp="What became of onward links"),
    ),
    "connections_contribution": _kind("written", Sentence("What you gave or received"), Sentence("What they gave and received")),
    "connections_activity": _kind("written", Sentence("A part of your week"), Sentence("Parts of their week")),
    "mine_theirwords": _kind("written", Sentence("Your own words"), Sentence("Their own words")),
    "mine_notright": _kind("written", Sentence("You said something is not right"), Sentence("What they said is not right")),
    "access_choice": _kind("who may know", Sentence("What you chose"), Sentence("What they chose of who may know")),
    "access_naming": _kind("who may know", Sentence("Somebody was told about you"), Sentence("What partners were told")),
    "access_asked": _kind("who may know", Sentence("What you asked of us"), Sentence("What they asked of us")),
    "mine_copy": _kind("copy", Sentence("A copy was made for you"), Sentence("Own copies")),
    "mine_line": _kind("copy", Sentence("A line of your copy"), Sentence("Lines of their own copies")),
    "mine_easyline": _kind("copy", Sentence("A line in Easy Read"), Sentence("Lines in Easy Read")),
    "mine_link": _kind("copy", Sentence("A link to your copy"), Sentence("Links to their own copy")),
    "web_draft": _kind("begun", Sentence("Begun, and not saved"), Sentence("What was begun, and not saved")),
    "exchange_movingin": _kind("begun", Sentence("A spreadsheet that brought you in"), Sentence("Spreadsheets that brought them in")),
    "exchange_sheetrow": _kind("begun", Sentence("A row of a spreadsheet"), Sentence("Rows of a spreadsheet")),
    "people_joining": _kind("begun", Sentence("Two records of yours were joined"), Sentence("Records that were joined")),
    "people_joinedrow": _kind("begun", Sentence("Carried when two records were joined"), Sentence("What was carried when records were joined")),
    "people_proposal": _kind("begun", Sentence("Somebody asked whether two records are yours"), Sentence("Times it was asked whether two are one person")),
    "access_blotted": _kind("begun", Sentence("Somebody else’s name was taken out"), Sentence("Places where a forgotten name was taken out")),
    "pictures_photographsyes": _kind("who may know", Sentence("You said yes to photographs of papers"), Sentence("Their yes to photographs of papers")),
    "pictures_paperpicture": _kind("agreed", Sentence("A photograph of a paper"), Sentence("Photographs of papers")),
    "pictures_theirpicture": _kind("written", Sentence("A picture of your own"), Sentence("Pictures of their own")),
    "exchange_plannedpage": _kind("begun", Sentence("A page of a spreadsheet, as it was understood"), Sentence("Pages of a dry run")),
    "mine_unfinished": _kind("begun", Sentence("What you began to write"), Sentence("What they began to write")),
    "people_notthesame": _kind("begun", Sentence("You are not somebody else whom we know"), Sentence("Times it was said that two are not one person")),
    "evidence_link": _kind("begun", Sentence("You are counted in our figures"), Sentence("Places in an extract for figures")),
    "access_gathered": _kind("begun", Sentence("Everything was gathered for you"), Sentence("Everything, gathered because they asked")),
    "trail_change": _kind("was", Sentence("Something was changed"), Sentence("What was written before it was put right")),
    "trail_reason": _kind("was", Sentence("A reason that was given"), Sentence("Reasons that were given")),
    "trail_entry": _kind("looked", Sentence("Who looked, and what was done"), Sentence("Lines of who looked")),
}
"""Every table with a person in it, by its name."""

TECHNICAL = _words("""
hand_over_id ended_id began_id steps waits visits paper_id strength plan group_id taster_id gathering_id begun_at broke_off show chosen about pair gap_id
id person_id salt seq commitment together of_them was_id row row_key column_name table_name row_id code_number laid_aside_with_id by_id at saved_at
created_at actor_id moving_id copy_id one_id connection_id agreement_id introduction_id entry_id step_id cover_id listed_id extract_id joining_id
team_id locality_id number mapping book settled known counted form asked_id pack may_stay reference place amended_at answered_at ended_at
step_up_id brought_id receiver_id link_ended_at
meeting_id seat_id carried_from_id chased_at withdrawn_at taken_back_at undone_at confirmed_at loaded_at last_opened_at
""")
"""Columns that say nothing to a reader, or whose day and writer stand at the head of what is told."""

ON_A_MAP = _words("latitude longitude")
"""Figures that a program reads: told in the last chapter, not beside the address."""

LABELS = {
    "name": Sentence("Name"),
    "likes_to_be_called": Sentence("You like to be called"),
    "date_of_birth": Sentence("Born"),
    "address": Sentence("Address"),
    "postcode": Sentence("Postcode"),
    "phone": Sentence("Telephone"),
    "email": Sentence("E-mail"),
    "usual_places": Sentence("Where you often are"),
    "latitude": Sentence("On a map, north"),
    "longitude": Sentence("On a map, east"),
    "how_to_reach": Sentence("How to reach you"),
    "keep_in_mind": Sentence("To keep in mind"),
    "access": Sentence("What makes it easy"),
    "why": Sentence("Why"),
    "on": Sentence("On"),
    "made_on": Sentence("Made on"),
    "noticed_on": Sentence("Noticed on"),
    "agreed_on": Sentence("Agreed on"),
    "sent_on": Sentence("Sent on"),
    "saved_at": Sentence("Last saved"),
    "until": Sentence("Until"),
    "since": Sentence("Since"),
    "how_they_said_so": Sentence("How you said so"),
    "how_they_said_yes": Sentence("How you said yes"),
    "how_both_said_yes": Sentence("How both said yes"),
    "accepted_on": Sentence("Accepted on"),
    "accepted_at": Sentence("Accepted, as written down"),
    "accepted_by_id": Sentence("Accepted by"),
    "said_yes": Sentence("You said yes"),
    "relation": Sentence("What they are to you"),
    "gives": Sentence("Gives you"),
    "receives": Sentence("Receives from you"),
    "known_here_id": Sentence("Is also"),
    "other_id": Sentence("With"),
    "left_as": Sentence("Why no longer"),
    "ring": Sentence("How close"),
    "kind": Sentence("Of what kind"),
    "key": Sentence("Piece"),
    "source": Sentence("How"),
    "introduced_by": Sentence("By"),
    "partner_id": Sentence("Partner"),
    "for_whom_id": Sentence("For"),
    "coordinator_id": Sentence("Who"),
    "staff_id": Sentence("Who of us"),
    "to_whom": Sentence("To"),
    "how_sent": Sentence("Sent"),
    "area": Sentence("About"),
    "told": Sentence("Told"),
    "how_agreed": Sentence("How it was agreed"),
    "who_was_there": Sentence("Who was there"),
    "version": Sentence("Which one, counted from the first"),
    "they_do": Sentence("What you do"),
    "we_do": Sentence("What we do"),
    "others_do": Sentence("What others do"),
    "how_we_meet": Sentence("How and when we meet"),
    "not_do": Sentence("What we do not do"),
    "kept_where": Sentence("Where the paper is kept"),
    "part": Sentence("Which part"),
    "parts": Sentence("Which parts"),
    "what": Sentence("What"),
    "for_whom": Sentence("For whom"),
    "by_when": Sentence("By"),
    "state": Sentence("Where it stands"),
    "state_on": Sentence("Since"),
    "level": Sentence("Which"),
    "how": Sentence("How"),
    "only": Sentence("Only about you"),
    "starts_at": Sentence("At"),
    "where": Sentence("Where"),
    "ended": Sentence("How it ended"),
    "ended_as": Sentence("How it ended"),
    "ended_on": Sentence("Ended on"),
    "ended_by_id": Sentence("Ended by"),
    "who_kind": Sentence("Who does it"),
    "who": Sentence("Who"),
    "why_a_service": Sentence("Why a service"),
    "how_it_went": Sentence("How it went"),
    "awaited": Sentence("What is awaited"),
    "of_whom": Sentence("From whom"),
    "company": Sentence("Who keeps company meanwhile"),
    "look_again_on": Sentence("To be looked at again on"),
    "every_days": Sentence("Every so many days"),
    "not_before": Sentence("Not before"),
    "to": Sentence("To"),
    "rung": Sentence("What became of it"),
    "way": Sentence("Gave or received"),
    "minutes": Sentence("Minutes"),
    "whom": Sentence("Whom"),
    "exchange": Sentence("In exchange"),
    "with_whom": Sentence("With"),
    "days": Sentence("Days"),
    "what_it_is": Sentence("What it is"),
    "takes_place_of": Sentence("Instead of"),
    "direction": Sentence("For better or worse"),
    "others_share": Sentence("Others’ doing"),
    "whose_doing": Sentence("Whose doing"),
    "would_have_happened": Sentence("Would have happened anyway"),
    "audience": Sentence("Who"),
    "extract": Sentence("What they know"),
    "ground": Sentence("On what ground"),
    "reason": Sentence("Why"),
    "called": Sentence("Called"),
    "subject": Sentence("Which"),
    "answer": Sentence("Answer"),
    "for_what": Sentence("For"),
    "answered_by_id": Sentence("Answered by"),
    "done_at": Sentence("Done"),
    "undone_by_id": Sentence("Undone by"),
    "page": Sentence("Where"),
    "taken_back_how": Sentence("How you took it back"),
    "taken_back_by_id": Sentence("Written down by"),
    "drawn": Sentence("In the folder"),
    "asked": Sentence("Somebody was asked"),
    "entries": Sentence("What stood in it"),
    "cells": Sentence("What stood in it"),
    "voice": Sentence("Whose words"),
    "says": Sentence("It says"),
    "more": Sentence("And"),
    "of": Sentence("Taken from"),
    "picture": Sentence("Picture"),
    "shows_who_looked": Sentence("Shows who looked"),
    "times_opened": Sentence("Times it was opened"),
    "said": Sentence("What stands there"),
    "wish": Sentence("What you wish"),
    "answer_words": Sentence("Our answer"),
    "deed": Sentence("What was done"),
    "whose_id": Sentence("Whose list it was"),
    "everything": Sentence("Everything"),
    "was": Sentence("It said before"),
    "became": Sentence("It said then"),
    "writer_id": Sentence("Begun by"),
    "stood_in_the_way": Sentence("What stood in the way"),
    "does": Sentence("What you give there"),
    "came": Sentence("Whether you were there"),
    "wants_more": Sentence("You want more of it"),
    "how_they_agreed": Sentence("How you agreed"),
    "asks": Sentence("What is asked of them"),
    "knows": Sentence("Whether you knew of it"),
    "situation": Sentence("Situation"),
    "so_far": Sentence("What was done so far"),
    "update": Sentence("What is new"),
    "because_of": Sentence("Because of what"),
    "withdrawn_by_id": Sentence("Taken off the list by"),
    "answer_by": Sentence("An answer was needed by"),
    "reach_now": Sentence("How they were reached"),
    "why_not_told": Sentence("Why you were not told"),
    "stage": Sentence("How it stands"),
    "outcome": Sentence("What came of it"),
    "avoided": Sentence("What it avoided"),
    "writer": Sentence("Written by"),
    "agreed": Sentence("What was agreed"),
    "who_does_what": Sentence("Who does what"),
    "comes_next": Sentence("What comes next"),
    "told_on": Sentence("You heard that there is something"),
    "told_of": Sentence("You heard what else came of it"),
}
"""What each part of a thing is called. The words themselves (`words`, `text`) stand without a label."""

PLAIN = frozenset({"words", "text"})
WHEN = ("on", "made_on", "noticed_on", "agreed_on", "sent_on", "since", "saved_at", "at", "created_at")
"""The column that says when, the first there is."""
