from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from casework.secrets.rotation import Progress, rotate, sealed_models, stale


class Command(BaseCommand):
    help = "Re-seal every encrypted column under the current key of FIELD_KEYS. Can be stopped and run again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--batch", type=int, default=500, help="rows per transaction")
        parser.add_argument("--dry-run", action="store_true", help="only count the rows under former keys")

    def handle(self, *, batch: int, dry_run: bool, **options: Any) -> None:
        if dry_run:
            return self._count()
        unreadable = [progress for model in sealed_models() if (progress := self._rotate(model, batch)).unreadable]
        if unreadable:
            raise CommandError("; ".join(f"{found.label} cannot be read: {found.unreadable}" for found in unreadable))
        self.stdout.write("All values are sealed under the current key. Former keys may be removed.")

    def _count(self) -> None:
        for model in sealed_models():
            self.stdout.write(f"{model._meta.label}: {stale(model).count()} rows under former keys")

    def _rotate(self, model: Any, batch: int) -> Progress:
        progress = Progress(model._meta.label)
        for progress in rotate(model, batch):
            self.stdout.write(f"{progress.label}: {progress.done} rows")
        return progress
