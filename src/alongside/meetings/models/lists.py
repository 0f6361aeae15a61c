"""Who is spoken of at a meeting, from being proposed to being told: under row security like all else about them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Keeping, Kept, NoPerson, Part
from alongside.foundation.words import choices
from alongside.people.models import AboutSomebody
from alongside.web.models import Keyed

from ..words import BASES, DECIDED, HOW_TOLD, KNOWS, STILL_OPEN, TEAM_ANSWERS, TOO_LATE
from .series import Meeting, Seat, Series


class Proposal(Keyed):
    """Somebody whom a seat would like the meeting to speak of, in that seat's words; emptied as soon as the team has decided."""

    keeping = NoPerson("Words of a professional about somebody not yet known to be one of ours: for the team and for whoever wrote them.", Kept.UNTIL_DECIDED)

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="proposals")
    on = models.DateField()
    """For which meeting."""
    seat = models.ForeignKey(Seat, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    who = models.TextField(blank=True)
    why = models.TextField(blank=True)
    asks = models.TextField(blank=True)
    knows = models.TextField(choices=choices(KNOWS))
    at = models.DateTimeField()
    decided = models.TextField(choices=choices(DECIDED), blank=True)
    reply = models.TextField(blank=True)
    """What the seat is told, where it is not this time; nothing of the person."""
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["series"], condition=Q(decided=""), name="proposals_that_wait")]
        constraints = [
            models.CheckConstraint(
                name="a_decided_proposal_keeps_no_words_and_says_by_whom",
                condition=Q(decided="", decided_at__isnull=True, decided_by__isnull=True)
                | (~Q(decided="") & Q(decided_at__isnull=False, who="", why="", asks="") & (Q(decided_by__isnull=False) | Q(decided=TOO_LATE))),
            ),
        ]


class AtTheTable(AboutSomebody):
    """A row that those at the table see while the meeting is open and the person's word holds (access/sql/may_see.sql)."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="+")

    class Meta(AboutSomebody.Meta):
        abstract = True


class Listed(AtTheTable):
    """Somebody on a meeting's list: what they agreed it may know, and on what ground."""

    keeping = Keeping(
        Part.AGREED_EXTRACT,
        {"matters": "Company.", "extract": "They would like company.", "asks": "Who could call?", "how_they_agreed": ""},
        Kept.WITH_THE_RECORD,
    )

    matters = models.TextField(blank=True, default="", db_default="")
    """What matters to them, beside whatever is the matter with them: read before the situation."""
    extract = models.TextField()
    asks = models.TextField(blank=True)
    ground = models.TextField(choices=choices(BASES))
    how_they_agreed = models.TextField(blank=True)
    carried_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="lists_of_a_person"), models.Index(fields=["meeting"], name="list_of_a_meeting")]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "person"], condition=Q(withdrawn_at__isnull=True), name="somebody_is_on_a_list_once"),
            models.CheckConstraint(
                name="whoever_is_withdrawn_says_by_whom",
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True) | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
            ),
        ]


class Brought(AboutSomebody):
    """Who proposed somebody to a meeting, and in which words: for those who see the record, and not for the table."""

    keeping = Keeping(Part.RECORD, {"why": "They asked for it.", "asks": ""}, Kept.WITH_THE_RECORD)

    listed = models.ForeignKey(Listed, on_delete=models.CASCADE, related_name="brought")
    seat = models.ForeignKey(Seat, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    why = models.TextField()
    asks = models.TextField(blank=True)
    knows = models.TextField(choices=choices(KNOWS))

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="brought_about_a_person")]


class Discussed(AtTheTable):
    """What was said of somebody at a meeting."""

    keeping = Keeping(Part.AGREED_EXTRACT, {"situation": "At home.", "so_far": "", "update": ""}, Kept.WITH_THE_RECORD)

    listed = models.OneToOneField(Listed, on_delete=models.CASCADE, related_name="discussed")
    situation = models.TextField(blank=True)
    so_far = models.TextField(blank=True)
    update = models.TextField(blank=True)

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="discussions_of_a_person")]


class Agreed(AtTheTable):
    """Something that a meeting agreed: what, who of the table does it, by when, and what became of it; with nobody who does it, a decision for all there."""

    keeping = Keeping(Part.AGREED_EXTRACT, {"words": "Ring them.", "because_of": ""}, Kept.WITH_THE_RECORD)

    listed = models.ForeignKey(Listed, on_delete=models.CASCADE, related_name="agreed")
    seat = models.ForeignKey(Seat, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    by_when = models.DateField(null=True, blank=True)
    answer = models.TextField(choices=choices(TEAM_ANSWERS), blank=True)
    because_of = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    """Which of the team wrote the answer down for them; nobody where they gave it themselves."""
    chased_at = models.DateTimeField(null=True, blank=True)
    times_chased = models.PositiveSmallIntegerField(default=0, db_default=0)

    class Meta(AboutSomebody.Meta):
        indexes = [
            models.Index(fields=["person"], name="agreed_about_a_person"),
            models.Index(fields=["seat"], name="agreed_by_a_seat"),
            models.Index(fields=["seat"], condition=Q(answer__in=STILL_OPEN), name="agreed_that_is_open"),
        ]
        constraints = [
            models.CheckConstraint(
                name="a_decision_of_the_whole_table_is_not_asked_after", condition=Q(seat__isnull=False) | Q(answer="", by_when__isnull=True)
            ),
        ]


class ToldBack(AboutSomebody):
    """That somebody was told what a meeting said of them: when, how, and in which words."""

    keeping = Keeping(Part.RECORD, {"words": "They know."}, Kept.WITH_THE_RECORD)

    listed = models.ForeignKey(Listed, on_delete=models.CASCADE, related_name="told")
    on = models.DateField()
    how = models.TextField(choices=choices(HOW_TOLD))
    words = models.TextField()

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="told_back_to_a_person")]
