from typing import Any

from django.core.management.base import BaseCommand

from casework.recount import recount_provisional


class Command(BaseCommand):
    help = "Count provisional deadlines anew, after the holiday notice of a year was entered."

    def handle(self, **options: Any) -> None:
        moved = recount_provisional()
        self.stdout.write(f"{moved} deadlines moved")
