"""What was handed over, and what both sides said: under row security, for the two sides alone.

Each row says which part of the record it is (`part`): the record, as most is, or a concern, which not every colleague reads.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Keeping, Kept, Part
from alongside.foundation.words import choices
from alongside.people.models import AboutSomebody, Person
from alongside.web.models import Keyed

from ..words import AUDIENCES, GROUNDS, KINDS, OUTCOMES, PARTS, STANDS, TOLD, TURNS
from .whom import Receiver

OPEN = ("waits", "taken on", "together")


class StepUp(AboutSomebody):
    """A concern or a piece of work, handed to a named professional until it comes back."""

    keeping = Keeping(
        Part.CONCERN,
        {"words": "The stairs worry us.", "asks": "", "how_they_agreed": "", "why_not_told": "", "reach_now": "", "to": "A colleague"},
        Kept.WITH_THE_RECORD,
    )

    part = models.TextField(choices=choices(PARTS))
    kind = models.TextField(choices=choices(KINDS))
    receiver = models.ForeignKey(Receiver, on_delete=models.PROTECT, related_name="+")
    to = models.TextField()
    """As whoever receives it was called on that day."""
    # Whoever signs in; kept here, so that another account for the same post opens nothing old.
    partner = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    audience = models.TextField(choices=choices(AUDIENCES))
    """Whose choice of theirs decides (access/words.py)."""
    words = models.TextField()
    asks = models.TextField()
    ground = models.TextField(choices=choices(GROUNDS))
    how_they_agreed = models.TextField(blank=True)
    told = models.TextField(choices=choices(TOLD))
    why_not_told = models.TextField(blank=True)
    answer_by = models.DateTimeField(null=True, blank=True)
    """By when an urgent one needs an answer."""
    reach_now = models.TextField(blank=True)
    """How whoever receives it is reached now, if it is urgent."""
    reference = models.TextField(unique=True)
    until = models.DateField()
    """The first day on which it is open to the other side no more, whatever was said."""
    link_ended_at = models.DateTimeField(null=True, blank=True)
    stage = models.TextField(choices=choices(STANDS))
    answered_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    outcome = models.TextField(choices=choices(OUTCOMES), blank=True)

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="step_ups_of_a_person"), models.Index(fields=["partner"], name="step_ups_to_somebody")]
        constraints = [
            models.CheckConstraint(name="a_hand_over_says_what_it_is", condition=~Q(words="") & ~Q(asks="")),
            models.CheckConstraint(
                name="safeguarding_is_restricted", condition=Q(kind="safeguarding", part="concern") | ~Q(kind="safeguarding") & Q(part="record")
            ),
            models.CheckConstraint(name="whoever_was_not_told_has_a_reason", condition=~Q(told="not told") | ~Q(why_not_told="")),
            models.CheckConstraint(name="an_urgent_hand_over_can_be_reached", condition=Q(answer_by__isnull=True) | ~Q(reach_now="")),
            models.CheckConstraint(
                name="a_hand_over_ends_as_it_stands", condition=Q(stage__in=OPEN, ended_at__isnull=True) | ~Q(stage__in=OPEN) & Q(ended_at__isnull=False)
            ),
        ]

    @property
    def is_open(self) -> bool:
        """Whether it waits, is taken on, or worked jointly."""
        return self.stage in OPEN


class InAHandOver(Keyed):
    """A row of an exchange: written by one of ours (`by`), or by the other side."""

    step_up = models.ForeignKey(StepUp, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    part = models.TextField(choices=choices(PARTS))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        abstract = True
        default_permissions = ()


class Turn(InAHandOver):
    """One line of the exchange: what somebody did with it, and said."""

    keeping = Keeping(Part.CONCERN, {"words": "We look at it.", "avoided": "", "writer": ""}, Kept.WITH_THE_RECORD)

    deed = models.TextField(choices=choices(TURNS))
    words = models.TextField(blank=True)
    avoided = models.TextField(blank=True)
    """What it avoided, in the words of whoever hands it back; never a sum."""
    writer = models.TextField(blank=True)
    """Who writes on the other side: a duty is held by somebody else each day."""

    class Meta(InAHandOver.Meta):
        indexes = [models.Index(fields=["step_up", "at"], name="turns_of_a_hand_over"), models.Index(fields=["person"], name="turns_about_a_person")]


class SharedPage(InAHandOver):
    """The page that both write while they work jointly. Each version stays; the newest holds."""

    keeping = Keeping(Part.CONCERN, {"agreed": "We visit together.", "who_does_what": "", "comes_next": ""}, Kept.WITH_THE_RECORD)

    agreed = models.TextField(blank=True)
    who_does_what = models.TextField(blank=True)
    comes_next = models.TextField(blank=True)

    class Meta(InAHandOver.Meta):
        indexes = [models.Index(fields=["step_up", "-at"], name="versions_of_a_shared_page"), models.Index(fields=["person"], name="shared_pages_of_a_person")]
        constraints = [models.CheckConstraint(name="a_shared_page_says_something", condition=~Q(agreed="", who_does_what="", comes_next=""))]


class OwnNote(Keyed):
    """A note that the other side keeps for itself while both work jointly; ours are in the record."""

    keeping = Keeping(Part.CONCERN, {"words": "Called at ten."}, Kept.WITH_THE_RECORD, own="writer_id")

    step_up = models.ForeignKey(StepUp, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    # No foreign key: a colleague who signs in, or the hand-over itself for whoever holds its link.
    writer_id = models.UUIDField()
    words = models.TextField()
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["step_up", "-at"], name="own_notes_of_a_hand_over"), models.Index(fields=["person"], name="own_notes_about_a_person")]
        constraints = [models.CheckConstraint(name="an_own_note_has_words", condition=~Q(words=""))]
