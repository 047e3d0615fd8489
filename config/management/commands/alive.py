"""`manage.py alive worker`: does a part still do its work? For the health checks of containers."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from config.health import PARTS


class Command(BaseCommand):
    help = "End with 0 when the part works, with 1 otherwise: /readyz asks the same, both kinds of worker as one."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("part", choices=sorted(PARTS))

    def handle(self, *args: Any, part: str, **options: Any) -> None:
        sys.exit(0 if PARTS[part]() else 1)
