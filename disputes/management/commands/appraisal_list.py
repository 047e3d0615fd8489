"""Which files could be destroyed on a day, and what keeps the others. Changes nothing."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from casework.workflow import Act
from disputes.dossier.appraisal import appraisal_list
from disputes.models import DisputeCase
from organizations.models import Officer


class Command(BaseCommand):
    help = "List the archived cases whose term is over on a day, with what still keeps them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--on", type=date.fromisoformat, default=None, metavar="YYYY-MM-DD")

    def handle(self, *args: Any, **options: Any) -> None:
        day: date = options["on"] or timezone.localdate()
        act = Act(Officer.objects.system(), timezone.make_aware(datetime.combine(day, time(12))))
        for due in appraisal_list(DisputeCase.objects.all(), act):
            line = (due.case.archive_no, str(due.case), f"{due.case.kept_until}", "; ".join(due.reasons))
            self.stdout.write("\t".join(line))
