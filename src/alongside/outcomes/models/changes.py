"""What changed in somebody's life, good or bad: how much of it was others' doing, what it is worth to them, and as what it counts."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Keeping, Kept, NoPerson, Part
from alongside.foundation.words import choices
from alongside.people.models import AboutSomebody
from alongside.teams.models import Team
from alongside.web.models import Keyed

from ..words import COUNTED_OR_OWN, DIRECTIONS, HOW_LONG_IT_LASTS, HOW_OFTEN_PAID, HOW_TOLD, SHARES, WAYS_OF_WORTH


class LifeChange(AboutSomebody):
    """A change, named in the person's words. `place` is where they put it among their changes: 1 matters most."""

    keeping = Keeping(Part.RECORD, {"words": "Something changed.", "whose_doing": ""}, Kept.WITH_THE_RECORD)

    words = models.TextField()
    direction = models.TextField(choices=choices(DIRECTIONS))
    noticed_on = models.DateField()
    others_share = models.TextField(choices=choices(SHARES))
    whose_doing = models.TextField(blank=True)
    would_have_happened = models.TextField(choices=choices(SHARES))
    lasts = models.TextField(choices=choices(HOW_LONG_IT_LASTS), default="not asked", db_default="not asked")
    place = models.PositiveSmallIntegerField(null=True, blank=True)
    amended_at = models.DateTimeField(null=True, blank=True)

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person", "-noticed_on"], name="changes_in_a_life")]
        constraints = [
            models.CheckConstraint(name="a_change_is_told", condition=~Q(words="")),
            models.CheckConstraint(name="places_of_changes_begin_with_one", condition=Q(place__isnull=True) | Q(place__gte=1)),
        ]


class TeamKind(Keyed):
    """A kind of change that a team counts besides those that every team counts. One that is retired stays where it was used."""

    keeping = NoPerson("A word on a team's list.", Kept.WHILE_TRUE)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    retired_on = models.DateField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["team", "words"], name="a_kind_stands_once_on_a_list"),
            models.CheckConstraint(name="a_kind_on_a_list_has_words", condition=~Q(words="")),
        ]

    def __str__(self) -> str:
        return self.words


class CountsAs(AboutSomebody):
    """A kind by which a change is counted: one of those that every team counts, or one of the team's own."""

    keeping = Keeping(Part.RECORD, {}, Kept.WITH_THE_RECORD)

    change = models.ForeignKey(LifeChange, on_delete=models.CASCADE, related_name="kinds")
    kind = models.TextField(choices=choices(COUNTED_OR_OWN))
    listed = models.ForeignKey(TeamKind, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="counted_kinds_of_a_person")]
        constraints = [
            models.CheckConstraint(
                name="a_change_counts_as_one_kind_a_row", condition=~Q(kind="own list") & Q(listed__isnull=True) | Q(kind="own list", listed__isnull=False)
            ),
            models.UniqueConstraint(fields=["change", "kind", "listed"], nulls_distinct=False, name="a_change_counts_once_as_a_kind"),
        ]


class Worth(AboutSomebody):
    """What a change is worth to them, as they said it on a day by one of three ways, or that they would rather not say. The newest counts.

    Sums are in pence; `above` and `below` are things whose prices are kept as they were on that day; `degrees` run from 0 to 100.
    """

    keeping = Keeping(Part.RECORD, {"gives_up": "", "words": ""}, Kept.WITH_THE_RECORD)

    change = models.ForeignKey(LifeChange, on_delete=models.CASCADE, related_name="worths")
    way = models.TextField(choices=choices(WAYS_OF_WORTH))
    how = models.TextField(choices=choices(HOW_TOLD))
    on = models.DateField()
    pence = models.PositiveBigIntegerField(null=True, blank=True)
    each = models.TextField(choices=choices(HOW_OFTEN_PAID), blank=True)
    gives_up = models.TextField(blank=True)
    above = models.TextField(blank=True)
    above_pence = models.PositiveBigIntegerField(null=True, blank=True)
    below = models.TextField(blank=True)
    below_pence = models.PositiveBigIntegerField(null=True, blank=True)
    degrees = models.PositiveSmallIntegerField(null=True, blank=True)
    words = models.TextField(blank=True)

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="worths_of_a_person")]
        constraints = [
            models.CheckConstraint(name="a_sum_says_how_often", condition=Q(pence__isnull=True, each="") | Q(pence__isnull=False) & ~Q(each="")),
            models.CheckConstraint(
                name="a_thing_has_its_price",
                condition=(Q(above="", above_pence__isnull=True) | ~Q(above="") & Q(above_pence__isnull=False))
                & (Q(below="", below_pence__isnull=True) | ~Q(below="") & Q(below_pence__isnull=False)),
            ),
            models.CheckConstraint(
                name="a_worth_says_what_its_way_asks",
                condition=Q(way="would pay") & (Q(pence__isnull=False) | ~Q(gives_up="")) & Q(above="", below="", degrees__isnull=True)
                | Q(way="beside prices") & (~Q(above="") | ~Q(below="")) & Q(pence__isnull=True, gives_up="", degrees__isnull=True)
                | Q(way="thermometer", degrees__lte=100, pence__isnull=True, gives_up="", above="", below="")
                | Q(way="declined", pence__isnull=True, gives_up="", above="", below="", degrees__isnull=True),
            ),
        ]
