"""Sessions of a group by their counts, and the links by which whoever leads it tells them without a login."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.directory.words import ROOM
from alongside.foundation.keeping import Keeping, Kept, NoPerson, Part
from alongside.foundation.words import choices
from alongside.people.models import AboutSomebody
from alongside.web.models import Keyed

from ..rules import Heads
from ..words import LED_BY, TOLD_US
from .life import Group


class RegisterLink(Keyed):
    """A link for whoever leads one group, until its day or until it is ended: to its register, own page, starter pack and yearly question."""

    keeping = NoPerson("A link to a register of heads; to whom it went is for the team alone.", Kept.WHILE_TRUE)

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="links")
    to = models.TextField(blank=True)
    reference = models.TextField(unique=True)
    until = models.DateField()
    """The first day on which it opens nothing any more."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["group", "-at"], name="register_links_of_a_group")]


class Gathering(Keyed):
    """A day on which a group met, or did not: heads and no names. `by` is nobody where it was told by the link."""

    keeping = NoPerson("A day and counts, in words for the team alone.", Kept.WHILE_TRUE)

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="gatherings")
    on = models.DateField()
    met = models.BooleanField(default=True)
    led_by = models.TextField(choices=choices(LED_BY), blank=True)
    came = models.PositiveIntegerField(null=True, blank=True)
    new = models.PositiveIntegerField(null=True, blank=True)
    helpers = models.PositiveIntegerField(null=True, blank=True)
    under_25 = models.PositiveIntegerField(null=True, blank=True)
    over_60 = models.PositiveIntegerField(null=True, blank=True)
    """Heads of either age, where somebody counted them (rules.across_ages)."""
    room = models.TextField(choices=choices(ROOM), blank=True)
    needed = models.TextField(blank=True)
    told_us = models.TextField(choices=choices(TOLD_US))
    link = models.ForeignKey(RegisterLink, null=True, blank=True, on_delete=models.PROTECT, related_name="told")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    """Since when what was needed, or that it did not meet, is seen to."""
    seen_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    stood = models.JSONField(null=True, blank=True)
    """What the group's entry said of itself before: when it was confirmed, how and by whom, and whether there was room (sql/sessions.sql)."""

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["on"],
                condition=(~Q(needed="") | Q(met=False, link__isnull=False)) & Q(seen_at__isnull=True, taken_back_at__isnull=True),
                name="sessions_to_see_to",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["group", "on"], condition=Q(taken_back_at__isnull=True), name="a_group_meets_once_a_day"),
            models.CheckConstraint(
                name="of_those_who_came_some_are_new_or_help",
                condition=(Q(new__isnull=True) | Q(new__lte=F("came"))) & (Q(helpers__isnull=True) | Q(helpers__lte=F("came"))),
            ),
            models.CheckConstraint(
                name="of_those_who_came_some_are_young_or_old",
                condition=(Q(under_25__isnull=True) | Q(under_25__lte=F("came"))) & (Q(over_60__isnull=True) | Q(over_60__lte=F("came"))),
            ),
            models.CheckConstraint(
                name="what_was_seen_to_says_when_and_by_whom",
                condition=Q(seen_at__isnull=True, seen_by__isnull=True) | Q(seen_at__isnull=False, seen_by__isnull=False),
            ),
            models.CheckConstraint(name="a_session_is_told_by_somebody_or_by_a_link", condition=Q(by__isnull=False) | Q(link__isnull=False)),
        ]

    @property
    def heads(self) -> Heads:
        """As the rules take them."""
        return Heads(self.came, self.new, self.helpers, self.under_25, self.over_60)

    @property
    def says_something(self) -> bool:
        """Whether it says what one of us sees to: something is needed, or a group tells that it did not meet (`queries.told_waiting` asks the same)."""
        return bool(self.needed) or (not self.met and self.link_id is not None)


class Attendance(AboutSomebody):
    """Whether somebody was at a session, on a register by name."""

    keeping = Keeping(Part.RECORD, {}, Kept.WITH_THE_RECORD)

    gathering = models.ForeignKey(Gathering, on_delete=models.PROTECT, related_name="+")
    came = models.BooleanField()

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="sessions_of_a_person")]
        constraints = [models.UniqueConstraint(fields=["gathering", "person"], name="somebody_stands_on_a_register_once")]
