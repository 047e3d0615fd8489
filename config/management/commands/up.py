"""`manage.py up`: everything, in one foreground command."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from config.services import up
from config.services.arguments import add_up_arguments


class Command(BaseCommand):
    help = "Run the whole system on this machine: database, broker, web server, workers and clock."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_up_arguments(parser)

    def handle(self, *args: Any, data_dir: Path, port: int, **options: Any) -> None:
        sys.exit(up.run(data_dir, port))
