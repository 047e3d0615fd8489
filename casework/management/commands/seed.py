from typing import Any

from django.core.management.base import BaseCommand

from casework.reference import seed


class Command(BaseCommand):
    help = "Load divisions, unions, calendars, rules, settings, categories and articles that are missing."

    def handle(self, **options: Any) -> None:
        seed()
