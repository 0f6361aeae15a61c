"""How somebody came to us, by whom, and whether they said yes."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Keeping, Kept, NoPerson, Part
from alongside.foundation.words import choices
from alongside.people.models import AboutSomebody
from alongside.teams.models import Team
from alongside.web.models import Keyed

from .words import ANSWERS_BACK, AREAS, BECAME, KNOWS, SOURCES, TOO_LATE, WAYS_IN, WAYS_OF_SENDING, WHEN_TOLD


class Introduction(AboutSomebody):
    """Somebody was introduced, or came themselves."""

    keeping = Keeping(Part.RECORD, {"introduced_by": "A neighbour", "why": "", "how_they_said_yes": ""}, Kept.WITH_THE_RECORD)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    introduced_by = models.TextField()
    source = models.TextField(choices=choices(SOURCES))
    partner = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    said_yes = models.BooleanField()
    how_they_said_yes = models.TextField(blank=True)
    why = models.TextField(blank=True)
    on = models.DateField()
    amended_at = models.DateTimeField(null=True, blank=True)
    for_whom = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    accepted_on = models.DateField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="introductions_of_a_person"), models.Index(fields=["team", "on"], name="introductions_of_a_team")]
        constraints = [
            models.CheckConstraint(name="nobody_is_introduced_without_their_yes", condition=Q(said_yes=True)),
            models.CheckConstraint(
                name="an_acceptance_says_when_and_by_whom",
                condition=Q(accepted_on__isnull=True, accepted_at__isnull=True, accepted_by__isnull=True)
                | Q(accepted_on__isnull=False, accepted_at__isnull=False, accepted_by__isnull=False),
            ),
        ]


class MessageBack(AboutSomebody):
    """What we told the GP, or whoever introduced them, with their yes: word for word as it was sent, to whom and when."""

    keeping = Keeping(Part.RECORD, {"words": "They have met us.", "to_whom": "A surgery", "how_they_said_yes": ""}, Kept.WITH_THE_RECORD)

    introduction = models.ForeignKey(Introduction, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    to_whom = models.TextField()
    words = models.TextField()
    how_they_said_yes = models.TextField()
    how_sent = models.TextField(choices=choices(WAYS_OF_SENDING))
    sent_on = models.DateField()

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="messages_back_of_a_person")]
        constraints = [models.CheckConstraint(name="a_message_back_has_their_yes", condition=~Q(how_they_said_yes="") & ~Q(words="") & ~Q(to_whom=""))]


class TeamReason(Keyed):
    """A word of a team's own for why people come. One that is retired is offered no more, and stays where it was used."""

    keeping = NoPerson("A word on a team's list.", Kept.WHILE_TRUE)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    area = models.TextField(choices=choices(AREAS), blank=True)
    retired_on = models.DateField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["team", "words"], name="a_reason_stands_once_on_a_list"),
            models.CheckConstraint(name="a_reason_on_a_list_has_words", condition=~Q(words="")),
        ]

    def __str__(self) -> str:
        return self.words


class WhyTheyCame(AboutSomebody):
    """One of the reasons why somebody came: an area, a word of the team's, or their own words. What was said first stays."""

    keeping = Keeping(Part.RECORD, {"words": ""}, Kept.WITH_THE_RECORD)

    area = models.TextField(choices=choices(AREAS), blank=True)
    listed = models.ForeignKey(TeamReason, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(blank=True)
    told = models.TextField(choices=choices(WHEN_TOLD))
    on = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="reasons_of_a_person")]
        constraints = [
            models.CheckConstraint(name="a_reason_says_something", condition=~Q(area="") | Q(listed__isnull=False) | ~Q(words="")),
            models.CheckConstraint(name="a_reason_ends_after_it_was_told", condition=Q(until__isnull=True) | Q(until__gte=models.F("on"))),
        ]


class Introducer(Keyed):
    """A service or a colleague of another service who introduces people, with a link of their own."""

    keeping = NoPerson("Professionals of other services, at work.", Kept.WITH_THE_POST)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    name = models.TextField()
    source = models.TextField(choices=choices(SOURCES))
    email = models.TextField(blank=True)
    """By which what comes into the drop box is known to be theirs."""
    staff = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reference = models.TextField(unique=True)
    link_until = models.DateField()
    """The first day on which their link opens nothing any more."""
    link_ended_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["team", "name"], name="a_team_names_an_introducer_once"),
            models.CheckConstraint(name="an_introducer_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name


class BroughtIn(Keyed):
    """An introduction that came in from somebody else, in their words; emptied as soon as the team has decided, or 90 days after it came."""

    keeping = NoPerson("Words of a professional about somebody not yet known to be one of ours: for the team and for whoever wrote them.", Kept.UNTIL_TAKEN_UP)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    introducer = models.ForeignKey(Introducer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    way = models.TextField(choices=choices(WAYS_IN))
    from_whom = models.TextField(blank=True)
    """Who it came from, where it is no introducer whom we know: an address of e-mail, who rang."""
    mark = models.TextField(blank=True)
    """Their own mark, by which they know it again; no name."""
    who = models.TextField(blank=True)
    reach = models.TextField(blank=True)
    why = models.TextField(blank=True)
    knows = models.TextField(choices=choices(KNOWS))
    message_id = models.TextField(null=True, blank=True, unique=True)
    at = models.DateTimeField()
    became = models.TextField(choices=choices(BECAME), blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(choices=choices(ANSWERS_BACK), blank=True)
    answer_words = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["team", "-at"], name="brought_in_to_a_team")]
        constraints = [
            models.CheckConstraint(
                name="what_was_decided_keeps_no_words",
                condition=Q(became="", decided_at__isnull=True, decided_by__isnull=True)
                | (~Q(became="") & Q(decided_at__isnull=False, who="", reach="", why="") & (Q(decided_by__isnull=False) | Q(became=TOO_LATE))),
            ),
        ]


class CameIn(AboutSomebody):
    """Which introduction that came in became somebody's: for those who see the record, and not for whoever introduced them."""

    keeping = Keeping(Part.RECORD, {"why": "They would like company.", "how_they_agreed": ""}, Kept.WITH_THE_RECORD)

    brought = models.ForeignKey(BroughtIn, on_delete=models.PROTECT, related_name="came")
    introduction = models.ForeignKey(Introduction, on_delete=models.CASCADE, related_name="+")
    why = models.TextField()
    how_they_agreed = models.TextField(blank=True)
    """How they agreed to what was answered."""

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="came_in_of_a_person")]
