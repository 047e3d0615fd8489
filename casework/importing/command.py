"""The management command of an import: same options and same words for every kind of table."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.importing.errors import UnreadableFile
from casework.importing.kinds import ImportKind
from casework.importing.rejected import RejectedRows
from casework.importing.run import Outcome, Run
from organizations.models import Officer

TOLD = 50


class ImportCommand(BaseCommand):
    kind: ClassVar[ImportKind]

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the table, .csv or .xlsx")
        parser.add_argument("--dry-run", action="store_true", help="look at every row and keep nothing")
        parser.add_argument("--skip-bad", action="store_true", help="keep the good rows and write the others to a file")
        parser.add_argument("--rejected", type=Path, help="where the rejected rows go; FILE.rejected.csv when left out")
        parser.add_argument("--officer", default="", help="user name of who imports; the system when left out")

    def handle(self, *, file: Path, **options: Any) -> None:
        target = options["rejected"] or file.with_name(f"{file.stem}.rejected.csv")
        try:
            with ExitStack() as open_files:
                stream = open_files.enter_context(file.open("rb"))
                outcome = self.run_over(stream, file, target, open_files, options)
        except OSError as error:
            raise CommandError(_("%(file)s cannot be read: %(why)s") % {"file": file, "why": error.strerror}) from error
        except UnreadableFile as error:
            raise CommandError(str(error)) from error
        self.tell(outcome, target, **options)

    def run_over(self, stream: Any, file: Path, target: Path, open_files: ExitStack, options: Any) -> Outcome:
        more = {}
        if options["skip_bad"] and not options["dry_run"]:
            written = open_files.enter_context(target.open("w", encoding="utf-8-sig", newline=""))
            more["rejected"] = RejectedRows(written, self.kind).add
        run = Run(
            self.kind,
            self.officer(options["officer"]),
            timezone.now(),
            keep=not options["dry_run"],
            skip_bad=options["skip_bad"],
            progress=self.show,
            **more,
        )
        return run.over(stream, file.name)

    def officer(self, username: str) -> Officer:
        """Who imports, in a duty that may. Raises CommandError."""
        if not username:
            return Officer.objects.system()
        rows = Officer.objects.serving(timezone.localdate()).filter(user__username=username, duty__in=self.kind.duties)
        found = rows.select_related("org", "user").order_by("pk").first()
        if found is None:
            raise CommandError(_("%(name)s holds no duty that may import this.") % {"name": username})
        return found

    def show(self, outcome: Outcome) -> None:
        self.stdout.write(_("%(count)d rows read") % {"count": outcome.read})
        self.stdout.flush()

    def tell(self, outcome: Outcome, target: Path, *, dry_run: bool, skip_bad: bool, **options: Any) -> None:
        """Exit code 1 when the file was refused. A file taken in before as a whole is no error."""
        if outcome.nothing_new:
            self.stdout.write(
                _("All %(count)d rows were imported before; nothing was added.") % {"count": outcome.known}
            )
            return
        for fault in outcome.faults[:TOLD]:
            self.stderr.write(fault.told(self.kind.called(fault.column)))
        if len(outcome.faults) > TOLD:
            self.stderr.write(
                _("… and more. In all %(count)d rows are wrong.") % {"count": outcome.bad + outcome.known}
            )
        words = _("Read %(read)d rows: %(good)d good, %(bad)d wrong, %(known)d imported before; kept %(kept)d.")
        self.stdout.write(words % vars(outcome))
        if outcome.is_clean or (skip_bad and outcome.read):
            if skip_bad and not dry_run:
                self.stdout.write(_("Rejected rows: %(file)s") % {"file": target})
            return
        raise CommandError(_("Nothing was kept. Correct the file, or use --skip-bad to keep the good rows."))
