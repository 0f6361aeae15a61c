"""A spreadsheet on its way in, and what its rows said of each person until the team confirms that all is well."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.directory.models import Source
from alongside.directory.words import KINDS
from alongside.foundation.keeping import Keeping, Kept, NoPerson, Part
from alongside.foundation.words import choices
from alongside.people.models import AboutSomebody
from alongside.web.models import Keyed


class MovingIn(Keyed):
    """A file as it was read, with its mapping and what was chosen of its doubts: whoever brought it sees it, and nobody else."""

    keeping = Keeping(
        Part.RECORD,
        {"name": "people.csv", "mapping": "name: Ours", "book": "{}", "settled": "{}", "known": "{}", "counted": "{}"},
        Kept.UNTIL_SENT,
        own="by_id",
    )

    # Nobody in it has a record yet; afterwards its people are found by their rows.
    person_id = models.UUIDField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    whose = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    name = models.TextField()
    mapping = models.TextField()
    book = models.JSONField()
    settled = models.JSONField(default=dict)
    known = models.JSONField(default=dict)
    counted = models.JSONField(default=dict)
    plan = models.TextField(blank=True)
    """What the pages of the dry run that are kept were made of; they are made anew when that has changed."""
    begun_at = models.DateTimeField(null=True)
    """When it was begun to load them in the background, until that has ended in one way or the other."""
    broke_off = models.TextField(blank=True)
    """Why loading ended with nothing loaded."""
    loaded_at = models.DateTimeField(null=True)
    together = models.BigIntegerField(null=True)
    undone_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                name="what_was_loaded_can_be_found_again", condition=Q(loaded_at__isnull=True, together__isnull=True) | Q(loaded_at__isnull=False)
            ),
            models.CheckConstraint(name="only_what_was_loaded_is_confirmed", condition=Q(confirmed_at__isnull=True) | Q(loaded_at__isnull=False)),
        ]


class PlannedPage(Keyed):
    """Some of a dry run, as its bringer reads it: so many entries that a page shows, found once and not each time anew."""

    keeping = Keeping(Part.RECORD, {"entries": "[]"}, Kept.UNTIL_SENT, own="by_id")

    person_id = models.UUIDField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    moving_id = models.UUIDField(null=True)
    show = models.TextField()
    number = models.PositiveIntegerField()
    entries = models.JSONField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["moving_id", "show", "number"], name="a_page_of_a_plan_once")]


class SheetRow(AboutSomebody):
    """What a row of the sheet said of somebody, cell by cell as it stood there."""

    keeping = Keeping(Part.RECORD, {"page": "Sheet", "cells": "[]"}, Kept.WITH_THE_RECORD)

    moving_id = models.UUIDField(null=True)
    page = models.TextField(blank=True)
    row = models.PositiveIntegerField()
    cells = models.JSONField()

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="sheet_rows_of_a_person"), models.Index(fields=["moving_id"], name="sheet_rows_of_a_file")]


class Feed(Keyed):
    """Another directory that is read again and again: where it is, how far the reading that goes on has come, and how the last one ended."""

    keeping = NoPerson("An address of a directory.", Kept.WHILE_TRUE)

    source = models.OneToOneField(Source, on_delete=models.PROTECT, related_name="feed")
    address = models.TextField(unique=True)
    kind = models.TextField(choices=choices(KINDS), default="service")
    """What its services are, unless it says so itself."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    """Since when it is not read any more."""
    version = models.TextField(blank=True)
    """What it says it speaks, such as HSDS-UK-3.0."""
    reading = models.PositiveIntegerField(default=0)
    """Which reading goes on, or was the last: each whole one has a number."""
    begun_at = models.DateTimeField(null=True)
    """Since when a reading goes on; none when the last one has ended."""
    heard_at = models.DateTimeField(null=True)
    """When a page of it was last kept."""
    page = models.PositiveIntegerField(default=1)
    """The page that is to be asked for next."""
    pages = models.PositiveIntegerField(null=True)
    not_before = models.DateTimeField(null=True)
    """They asked not to be asked before then."""
    said_at = models.DateTimeField(null=True)
    said = models.TextField(blank=True)
    """Why the last reading stopped; empty when it ended well."""
    read_at = models.DateTimeField(null=True)
    """When it was last read to its end and loaded."""
    done = models.JSONField(default=dict)
    """How many entries were then added, changed and found as they were."""
    left_out = models.JSONField(default=list)
    """Some of the services that could not be read, each with the reason."""

    class Meta:
        default_permissions = ()


class FeedService(Keyed):
    """One service as a feed told it, read and waiting until the whole feed is: so that a reading that breaks off goes on where it was."""

    keeping = NoPerson("A service as a directory publishes it; no name of a person is taken.", Kept.WHILE_TRUE)

    feed = models.ForeignKey(Feed, on_delete=models.PROTECT, related_name="services")
    key = models.TextField()
    reading = models.PositiveIntegerField()
    """The last reading in which it was met."""
    modified = models.TextField(blank=True)
    etag = models.TextField(blank=True)
    http_modified = models.TextField(blank=True)
    listed = models.BinaryField()
    """What the list said of it (BLAKE2b, 16 bytes)."""
    read_as = models.PositiveSmallIntegerField()
    """By which way of ours it was read; another way reads it anew."""
    over = models.BooleanField(default=False)
    entries = models.JSONField()
    """Its entries, as a Listing has them."""

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["feed", "key"], name="a_service_comes_once_from_its_feed")]


class BroughtFile(Keyed):
    """A file of entries, brought from the page: what is in it until it is loaded, and then what came of it and how it was read."""

    keeping = NoPerson("Groups, places, activities and services; its rows go when it is loaded, thrown away, or a month old.", Kept.UNTIL_SENT)

    name = models.TextField()
    source_name = models.TextField()
    """What the entries' source is called."""
    licence = models.TextField(blank=True)
    kind = models.TextField(choices=choices(KINDS), default="service")
    """What its entries are, unless it says so itself."""
    is_package = models.BooleanField(default=False)
    """Tables of Open Referral, and not a sheet."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    content = models.BinaryField(null=True)
    meanings = models.JSONField(default=dict)
    """What each column of a sheet means, as somebody said it."""
    begun_at = models.DateTimeField(null=True)
    """When it was begun to load it, until that has ended in one way or the other."""
    said = models.TextField(blank=True)
    """Why nothing of it was loaded."""
    loaded_at = models.DateTimeField(null=True)
    done = models.JSONField(default=dict)
    left_out = models.JSONField(default=list)
    """Some of what could not be read, each with the reason."""

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["source_name", "-at"], name="files_of_a_source")]
