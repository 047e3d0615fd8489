"""`manage.py translations --update | --check | --compile`: the Chinese texts, without any tool outside Python."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from config.translations import catalogs, checks


class Command(BaseCommand):
    help = "Keep the translations complete: --update collects the texts, --check finds holes, --compile."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        todo = parser.add_mutually_exclusive_group(required=True)
        todo.add_argument("--update", action="store_true", help="merge the texts of the code into the .po files")
        todo.add_argument("--check", action="store_true", help="fail when one is missing, uncertain, unused or unsound")
        todo.add_argument("--compile", action="store_true", help="write the .mo files whose .po has changed")
        parser.add_argument("app", nargs="*", help="only these folders; all of them when none is named")

    def handle(self, *args: Any, **options: Any) -> None:
        chosen = catalogs.chosen(options["app"])
        if options["update"]:
            self.update(chosen)
        elif options["compile"]:
            self.compile(chosen)
        else:
            self.check_all(chosen)

    def update(self, chosen: list[catalogs.Home]) -> None:
        for home in chosen:
            missing = home.update()
            self.stdout.write(f"{home.po}: {missing} without translation" if missing else f"{home.po}: complete")

    def compile(self, chosen: list[catalogs.Home]) -> None:
        for home in chosen:
            if home.compile():
                self.stdout.write(f"• compiled {home.po}")

    def check_all(self, chosen: list[catalogs.Home]) -> None:
        faults = [fault for home in chosen for fault in checks.faults(home)]
        faults += checks.contradictions(chosen)
        if faults:
            raise CommandError("\n".join([*faults, f"{len(faults)} faults in the translations"]))
        self.stdout.write("translations: complete")
