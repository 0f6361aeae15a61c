"""`alongside import-caseload FILE --mapping MAPPING`: bring a team's own spreadsheet of people in, after a dry run."""

import base64
import sys
import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.template.loader import render_to_string
from django.utils import timezone
from tqdm import tqdm

from alongside.exchange import actions, showing
from alongside.exchange.caseload.book import as_json
from alongside.exchange.caseload.mapping import SHIPPED, shipped, text_of_mapping
from alongside.exchange.caseload.reading import read_book
from alongside.exchange.caseload.telling import Fate
from alongside.exchange.reading import DryRun, dry_run, run_dry
from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.site.importing import content_of, tables_are_there
from alongside.teams.models import Staff
from alongside.teams.queries import as_actor
from alongside.trail.doing import acting

STYLE = Path(__file__).parents[3] / "exchange/templates/exchange/file.css"


class Command(BaseCommand):
    help = "Bring a spreadsheet of people in by a mapping. Without --load nothing is loaded: a page says what would be."

    def add_arguments(self, parser: CommandParser) -> None:
        ours = ", ".join(shipped())
        parser.add_argument("file", type=Path, nargs="?", help="a CSV file or an Excel workbook")
        parser.add_argument("--mapping", metavar="MAPPING", help=f"a YAML file, or one that comes with us: {ours}")
        parser.add_argument("--example", choices=shipped(), help="try an invented spreadsheet that comes with us")
        parser.add_argument("--as", dest="by", metavar="EMAIL", help="the manager who brings it: it then waits for them under Moving in")
        parser.add_argument("--whose", metavar="EMAIL", help="whose people they are, where the sheet does not say")
        parser.add_argument("--load", action="store_true", help="load it at once, each doubt as it was read")
        parser.add_argument("--page", type=Path, metavar="FILE", help="where to write the page of the dry run")

    def handle(self, *args: Any, **given: Any) -> None:
        try:
            self._bring_in(**given)
        except Refused as refused:
            raise CommandError(refused.sentence) from None

    def _bring_in(
        self, *, file: Path | None, mapping: str | None, example: str | None, by: str | None, whose: str | None, load: bool, page: Path | None, **_: Any
    ) -> None:
        if example:
            file = next(path for path in SHIPPED.glob(f"{example}.*") if path.suffix != ".yaml")
            mapping = mapping or example
        if file is None or mapping is None:
            raise Refused(Sentence("Say which file and which mapping: alongside import-caseload FILE --mapping MAPPING. Or try --example."))
        if load and not by:
            raise Refused(Sentence("Say which manager loads them: --as EMAIL."))
        text, book, now = text_of_mapping(mapping), read_book(content_of(file), file.name), timezone.now()
        if not by:
            self._say(run_dry(as_json(book), text, {}, {}, {}, timezone.localdate(now)), file, page, asked=False)
            return
        tables_are_there()
        member = _somebody(by)
        actor = as_actor(member, on=timezone.localdate(now))
        began = time.monotonic()
        with acting(actor, purpose="moving in", at=now):
            moving = actions.bring(book, text, whose_id=_somebody(whose).id if whose else None, by=actor, at=now)
            run = dry_run(moving, by=actor, on=timezone.localdate(now))
            self._say(run, file, page, asked=True)
            if load:
                self._load(moving, actor, now, len(run.decided.coming))
        if load:
            rows = len({row for person, _ in run.decided.coming for row in person.rows})
            seconds = time.monotonic() - began
            self.stdout.write(f"Loaded. {rows:,} rows in {seconds:,.1f} s, {rows / seconds:,.0f} a second. Undo it under Moving in, as {member.email}.")
        else:
            self.stdout.write(f"It waits for {member.email} under Moving in. Load it there, or here with --load.")

    def _load(self, moving: Any, actor: Actor, now: Any, many: int) -> None:
        with tqdm(desc="Loading", total=many, unit=" people", disable=None, file=sys.stderr, leave=False) as bar:
            actions.load(moving, by=actor, at=now, each=lambda _: bar.update())
            bar.set_description("Writing the trail")

    def _say(self, run: DryRun, file: Path, page: Path | None, *, asked: bool) -> None:
        numbers = list(showing.summary(run))
        self.stdout.write("\n".join(f"{name + ':':<18}{many:>8,}" for name, many in numbers))
        place = page or Path(f"{file.stem}.dry-run.html")
        from alongside.foundation.words import Vocabulary

        spoken = Vocabulary.LOCAL_AREA_COORDINATION
        parts = {
            "people": showing.people(run, spoken, today=timezone.localdate()),
            "doubts": showing.doubts(run, spoken),
            "refused": showing.cells(run, Fate.REFUSED, spoken),
            "left_out": showing.cells(run, Fate.LEFT_OUT, spoken),
        }
        style = "data:text/css;base64," + base64.b64encode(STYLE.read_bytes()).decode()
        place.write_text(
            render_to_string("exchange/file.html", {"name": file.name, "run": run, "asked": asked, "numbers": numbers, "style": style, **parts}),
            encoding="utf-8",
        )
        self.stdout.write(f"What was understood, doubted and refused: {place}")


def _somebody(email: str) -> Staff:
    member = Staff.objects.filter(email=email.strip().lower(), is_active=True).first()
    if member is None:
        raise Refused(Sentence("Nobody here has the address %(email)s."), email=email)
    return member
