"""What `up` does between the database and the web server. Runs inside Django."""

from pathlib import Path

from django.core.management import call_command, get_commands
from django.db import connections


def migrate() -> None:
    call_command("migrate", verbosity=0, interactive=False)


def assets() -> None:
    """Translations and static files, from the code as it is now."""
    call_command("translations", compile=True)
    call_command("collectstatic", verbosity=0, interactive=False)


def reference_data() -> None:
    """Regions, rules, calendars: what every system has. Existing rows stay as they are."""
    call_command("seed")
    connections.close_all()


def demonstration(data: Path) -> None:
    """Invented files, once. A run that was cut off left no mark, so the command is asked again."""
    done = data / "demo.loaded"
    if not done.exists() and "demo" in get_commands():
        call_command("demo")
        connections.close_all()
        done.touch()
