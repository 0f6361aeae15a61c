"""Every sentence that leaves the house in a subject line, a text, an e-mail or a letter, on one page; and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.foundation.words import Sentence, Word


def _same(stored: str, said: str, meaning: str) -> Word:
    return Word(stored, said, meaning, plurals={said: said})


NOTICE = Word("notice", "notice", "An e-mail, a text, a letter or a call to somebody elsewhere, in fixed sentences with a link.")
OUTBOX = Word("outbox", "outbox", "What a team sends out, and what became of it.", plurals={"outbox": "outboxes"})

WAYS = (
    _same("e-mail", "by e-mail", "Through a mail server."),
    _same("text", "by text", "To a mobile telephone, through GOV.UK Notify; where that is not set up, somebody rings."),
    _same("letter", "by letter", "On paper, by post: through GOV.UK Notify, or printed here."),
    _same("telephone", "by telephone", "One of us rings."),
)

STATES = (
    _same("waiting", "waits to go", "It goes as soon as it can; or one of us does it by hand, where no machine can."),
    _same("handing over", "being handed over", "A worker is giving it to the mail server or to GOV.UK Notify."),
    _same("gone", "gone", "The mail server or GOV.UK Notify took it, or one of us did it by hand. Whether it was read, nobody knows."),
    _same("may have gone", "may have gone", "We broke off after the words were sent and before the answer came: it may have gone, and may not."),
    _same("not gone", "did not go", "It was refused, or nobody answered for two days."),
    _same("taken back", "taken back", "It was taken back before it went."),
)

KINDS = (
    _same("register link", "the link to a group’s register", "To whoever leads a group, to say that they met and how many came."),
    _same("still going", "whether a group is still going", "To whoever leads a group that members took over."),
    _same("seat link", "an invitation to a meeting", "To somebody at a meeting’s table: the link of their own seat."),
    _same("list is out", "that a meeting’s list is out", "To somebody at a meeting’s table, the day before."),
    _same("agreed at a meeting", "what was agreed at a meeting", "To somebody who took something on: what is theirs."),
    _same("decided at a meeting", "what a meeting decided", "To everybody at its table, where it decided something that nobody has to do."),
    _same("asked again", "the question what became of it", "To somebody who took something on at a meeting, when it was to be done by now."),
    Word(
        "answered",
        "an answer to an introduction",
        "To whoever introduced somebody: that it is answered.",
        sp="an answer to a referral",
        plurals={"an answer to an introduction": "answers to introductions", "an answer to a referral": "answers to referrals"},
    ),
    _same("handed over", "something handed to them", "To somebody of another service who was asked to take something on."),
    _same("how it was", "the question how it is to have us", "To people or to partners: the link by which they say how it was, without their names."),
    _same("your week", "the weekly letter", "To one of us: how much waits."),
)


@dataclass(frozen=True)
class Saying:
    """What a kind of notice says. In the gaps of a subject and a text stand the organisation, a link and a day (`CLOSED_GAPS`); an e-mail and
    a letter name the team as well, and another page of ours (`OPEN_GAPS`). There are no others."""

    subject: Sentence
    text: Sentence
    lines: tuple[Sentence, ...]


CLOSED_GAPS = frozenset({"organisation", "link", "until"})
OPEN_GAPS = CLOSED_GAPS | {"team", "also"}

_OPEN_UNTIL = Sentence("The link is for you alone and opens nothing after %(until)s. Please do not pass it on.")
_NO_ACCOUNT = Sentence("It takes a minute and needs no account: %(link)s")

SAYINGS = {
    "register link": Saying(
        Sentence("Did your group meet? From %(organisation)s"),
        Sentence("%(organisation)s: did your group meet? Tell us here, without an account: %(link)s"),
        (Sentence("Did the group that you lead meet? Here you can say how many came and what is needed."), _NO_ACCOUNT, _OPEN_UNTIL),
    ),
    "still going": Saying(
        Sentence("Is your group still going? From %(organisation)s"),
        Sentence("%(organisation)s: is your group still going, is anything needed? Tell us here, without an account: %(link)s"),
        (Sentence("Is the group that you lead still going, and is anything needed?"), _NO_ACCOUNT, _OPEN_UNTIL),
    ),
    "seat link": Saying(
        Sentence("Your seat at a meeting of %(organisation)s"),
        Sentence("%(organisation)s: your seat at our meeting. Its list and what you took on, without an account: %(link)s"),
        (
            Sentence("You have a seat at a meeting that %(team)s calls."),
            Sentence("Here you propose somebody, read the list when it is out, and say what became of what you took on: %(link)s"),
            _OPEN_UNTIL,
        ),
    ),
    "list is out": Saying(
        Sentence("The list of a meeting is out. From %(organisation)s"),
        Sentence("%(organisation)s: the list of our meeting is out. Read it here: %(link)s"),
        (Sentence("The list of a meeting that %(team)s calls is out."), Sentence("Each look at it is written down. Read it here: %(link)s"), _OPEN_UNTIL),
    ),
    "agreed at a meeting": Saying(
        Sentence("What you took on at a meeting of %(organisation)s"),
        Sentence("%(organisation)s: what you took on at our meeting, and where you answer it: %(link)s"),
        (
            Sentence("You took something on at a meeting that %(team)s called."),
            Sentence("Here you read what it was, and say that it is done, not yet, or cannot be: %(link)s"),
            _OPEN_UNTIL,
        ),
    ),
    "decided at a meeting": Saying(
        Sentence("What was decided at a meeting of %(organisation)s"),
        Sentence("%(organisation)s: what our meeting decided, for you to read within two weeks: %(link)s"),
        (
            Sentence("A meeting that %(team)s called, at which you have a seat, decided something."),
            Sentence("Each look at it is written down. For two weeks you read it here: %(link)s"),
            _OPEN_UNTIL,
        ),
    ),
    "asked again": Saying(
        Sentence("What became of what you took on? From %(organisation)s"),
        Sentence("%(organisation)s: what became of what you took on at our meeting? Say it in a moment, “not yet” helps as well: %(link)s"),
        (
            Sentence("At a meeting that %(team)s called you took something on that was to be done by now."),
            Sentence("By your link you say in a moment what became of it: %(link)s"),
            Sentence("“Not yet” and “it cannot be” help as well. If you have done it already: thank you!"),
            _OPEN_UNTIL,
        ),
    ),
    "answered": Saying(
        Sentence("An answer from %(organisation)s"),
        Sentence("%(organisation)s: what you asked of us is answered. Read it here: %(link)s"),
        (Sentence("What you asked of %(team)s is answered. Thank you for thinking of us."), Sentence("Read the answer here: %(link)s"), _OPEN_UNTIL),
    ),
    "handed over": Saying(
        Sentence("%(organisation)s asks you for something"),
        Sentence("%(organisation)s asks you for something. Read and answer it here: %(link)s"),
        (Sentence("%(team)s asks you to take something on."), Sentence("Read what it is, and answer it, without an account: %(link)s"), _OPEN_UNTIL),
    ),
    "how it was": Saying(
        Sentence("What do you say of us? From %(organisation)s"),
        Sentence("%(organisation)s: what do you say of us? Two minutes, no name, and nobody has to: %(link)s"),
        (
            Sentence("%(team)s asks how it is to have us. Good and bad both help, and nobody has to answer."),
            Sentence("It takes two minutes, and needs no account and no name: %(link)s"),
            Sentence("The link opens nothing after %(until)s."),
        ),
    ),
    "your week": Saying(
        Sentence("Your week in Alongside"),
        Sentence("%(organisation)s: something waits for you in Alongside: %(link)s"),
        (
            Sentence("This waits for you in Alongside this week:"),
            Sentence("What it is, and about whom, stands on your page, for you alone: %(link)s"),
            Sentence("You get this once a week. Another day, or none: %(also)s"),
        ),
    ),
}
"""By kind, what leaves. Nobody writes into it: a subject line and a text hold these sentences and nothing else."""

SIGNED = Sentence("%(team)s, %(organisation)s")
NOT_TO_ANSWER = Sentence("This was sent by a computer. Whoever answers it writes to the one of us who sent it.")

TEAMS_SEND = Sentence("What goes out is sent by the team whose it is. Ask one of them.")
NO_ADDRESS = Sentence("This is no e-mail address: %(to)s. One looks like jo@example.org.")
NO_NUMBER = Sentence("This is no telephone number: %(to)s. Write it with its code, such as 01632 960123.")
NOWHERE = Sentence("Say where the letter goes: a name, a street and a postcode, each on a line.")
NEEDS_A_LINK = Sentence("This kind of notice leads somewhere: give it its link.")
IS_ON_ITS_WAY = Sentence("It is on its way already, or gone. What went cannot be taken back; end its link instead.")
NOT_NOW = Sentence("Something else became of it meanwhile. Look again.")
SENT_ALREADY = Sentence("It came, so it is not sent again.")

WHY_NOT = {
    "no such address": Sentence("The mail server says that there is no such address. Check it, and send it anew."),
    "full": Sentence("Their mailbox is full. Ring them, or send it again later."),
    "unwanted": Sentence("Their mail server does not want it: it took it for junk, or does not know ours. Ring them, and tell whoever runs Alongside."),
    "refused": Sentence("The mail server refused it. Check the address; if it is right, tell whoever runs Alongside."),
    "nobody answered": Sentence("No server took it for two days. Tell whoever runs Alongside, and ring them."),
    "told no": Sentence("GOV.UK Notify refused it. Check the address or number; if it is right, tell whoever runs Alongside."),
    "by hand": Sentence("One of us could not do it by hand."),
    "": Sentence("It did not go."),
}
"""Why something did not go, and what to do then."""
