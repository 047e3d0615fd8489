"""`manage.py test`: every test, against servers of its own."""

import sys

from django.core.management.base import BaseCommand

from config.services import testing


class Command(BaseCommand):
    help = "Set up and run the tests. Everything after `test` goes to pytest."
    requires_system_checks = []

    def run_from_argv(self, argv: list[str]) -> None:
        """pytest parses the arguments itself, so Django must not."""
        sys.exit(testing.run(argv[2:]))
