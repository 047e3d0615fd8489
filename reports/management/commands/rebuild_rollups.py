"""Roll everything up anew."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from reports.models import RollupDifference, RollupState
from reports.rollups.recounting import recount
from reports.rollups.refreshing import refresh


class Command(BaseCommand):
    help = "Rebuild the monthly counts of the reports from the files. Reports stay right meanwhile, but are slower."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--compare", action="store_true", help="only compare them with the files, as every night")

    def handle(self, *, compare: bool, **options: Any) -> None:
        now = timezone.now()
        if compare:
            self.stdout.write(f"{recount(now)} differences")
            return
        RollupState.objects.update(through=None)
        refresh(now)
        RollupDifference.objects.filter(settled_at=None).update(settled_at=now)
        self.stdout.write(f"rolled up to {RollupState.objects.current().through}")
