"""Organisations, teams, the people who work in them and the seats they hold."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from alongside.foundation.actor import Role
from alongside.foundation.keeping import Kept, NoPerson
from alongside.foundation.keys import new_key
from alongside.foundation.words import Vocabulary
from alongside.places.models import Locality
from alongside.web.models import Keyed


class Organisation(Keyed):
    """A council, trust or charity, with its own four colours and logo."""

    keeping = NoPerson("An organisation.", Kept.WHILE_TRUE)

    name = models.TextField(unique=True)
    brand_colour = models.CharField(max_length=7, blank=True)
    link_colour = models.CharField(max_length=7, blank=True)
    button_colour = models.CharField(max_length=7, blank=True)
    accent_colour = models.CharField(max_length=7, blank=True)
    logo = models.BinaryField(null=True)
    logo_words = models.TextField(blank=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name


class Team(Keyed):
    """People who share records and cover for one another; it chooses its own words."""

    keeping = NoPerson("A team.", Kept.WHILE_TRUE)

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="teams")
    name = models.TextField()
    vocabulary = models.TextField(choices=[(v.value, v.name) for v in Vocabulary], default=Vocabulary.LOCAL_AREA_COORDINATION)
    localities = models.ManyToManyField(Locality, related_name="teams")
    quiet_after_days = models.PositiveSmallIntegerField(default=28)
    left_out = models.JSONField(default=list, blank=True)
    """Names of the sections of a person's page that the team never uses; the desk knows them."""
    asks = models.JSONField(default=list, blank=True)
    """What the team wants to know of every visit (rules.ASKED_OF_A_VISIT); nothing, until it chooses."""
    asks_people = models.JSONField(default=list, blank=True)
    """What it asks people to say of themselves (rules.ASKED_OF_PEOPLE); nothing, until it chooses."""

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="a_team_has_its_own_name")]

    def __str__(self) -> str:
        return self.name


class StaffByEmail(BaseUserManager["Staff"]):
    """Finds staff by e-mail address, whatever its capitals."""

    def get_by_natural_key(self, username: str | None) -> Staff:
        return self.get(email__iexact=username)


class Staff(AbstractBaseUser):
    """Somebody who works here and signs in."""

    keeping = NoPerson("Staff: their own data, kept as the employer's; nobody who is walked alongside.", Kept.WITH_THE_POST)

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    email = models.EmailField(unique=True)
    name = models.TextField()
    phone = models.TextField(blank=True)
    is_active = models.BooleanField(default=True)
    in_demo = models.BooleanField(default=False)

    objects = StaffByEmail()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        default_permissions = ()
        constraints = [models.CheckConstraint(name="an_address_is_kept_in_small_letters", condition=Q(email=Lower("email")))]

    def __str__(self) -> str:
        return self.name


class Membership(Keyed):
    """A seat: what somebody is to a team, from one day up to another."""

    keeping = NoPerson("Staff and their roles.", Kept.WITH_THE_POST)

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="seats")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="seats")
    role = models.TextField(choices=[(role.value, role.value) for role in Role])
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(name="a_seat_ends_after_it_began", condition=Q(until__isnull=True) | Q(until__gte=F("since"))),
            models.CheckConstraint(name="a_seat_has_a_known_role", condition=Q(role__in=[role.value for role in Role])),
        ]


class WeeklyLetter(Keyed):
    """Whether somebody gets a letter once a week, on which weekday (0 is Monday), and when they were last seen to. No row: they never chose, and do."""

    keeping = NoPerson("What staff choose for themselves.", Kept.WITH_THE_POST)

    staff = models.OneToOneField(Staff, on_delete=models.CASCADE, related_name="+")
    wanted = models.BooleanField(default=True)
    weekday = models.PositiveSmallIntegerField(default=0)
    done_on = models.DateField(null=True, blank=True)
    """The last day on which it was sent, or on which nothing waited."""

    class Meta:
        default_permissions = ()
        constraints = [models.CheckConstraint(name="a_weekday_is_one_of_seven", condition=Q(weekday__lte=6))]
