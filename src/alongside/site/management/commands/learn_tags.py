"""`alongside learn-tags LABELLED.csv`: what labelled texts teach of a list of tags, kept in this house's own database."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from alongside.directory.actions import keep_learned
from alongside.directory.models import TagList
from alongside.directory.tagging.learning import learn
from alongside.directory.tagging.queries import names_in
from alongside.foundation.refusals import Refused
from alongside.site.importing import LOAD_TAGS, tables_are_there
from alongside.trail.doing import acting

from .judge_tagging import labelled_in, takes_labelled


class Command(BaseCommand):
    help = "Learn from labelled texts which words lead to which tags of a list that is loaded. The weights stay in this database."

    def add_arguments(self, parser: CommandParser) -> None:
        takes_labelled(parser)

    def handle(self, *args: Any, file: Path, **given: Any) -> None:
        try:
            read, now = labelled_in(file, given), timezone.now()
            tables_are_there()
            codes = {code for one in read.examples for code in one.codes}
            with acting(LOAD_TAGS, purpose="import", at=now):
                lists = TagList.objects.filter(tags__code__in=codes).distinct()
                if lists.count() != 1:
                    raise CommandError("The tags of this file are of no list that is loaded. Load it first: alongside load-vocabulary FILE.")
                kept = lists.get()
                keep_learned(kept.address, learn(read.examples, names_in(kept.address)), len(read.examples), by=LOAD_TAGS, at=now)
        except Refused as refused:
            raise CommandError(refused.sentence) from None
        self.stdout.write(f"{kept.name}: learned from {len(read.examples):,} texts; columns: {read.columns}. Now look again: alongside suggest-tags")
