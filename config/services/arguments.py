"""The options of `up`. Read twice: before the settings, because they decide which data the settings name, and after."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from pathlib import Path

from django.core.management import BaseCommand, CommandError

from config.services.places import data_dir
from config.services.process import ServiceError

PORTS = range(1, 65536)


def add_up_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=port, default=8000, help="of the web server on this machine (8000)")
    parser.add_argument("--data-dir", type=whole, default=data_dir(), help="where everything is kept (HEYI_DATA, var/)")
    parser.add_argument("--no-demo", action="store_true", help="an empty system, without demonstration data")


def port(text: str) -> int:
    if not text.isdecimal() or int(text) not in PORTS:
        raise ArgumentTypeError(f"{text} is no port; a number from {PORTS[0]} to {PORTS[-1]} is")
    return int(text)


def whole(text: str) -> Path:
    return Path(text).expanduser().resolve()


def read_up_arguments(argv: Sequence[str]) -> Namespace:
    """As the command will read them. Raises ServiceError for what it would refuse: a slip of the pen makes no data."""
    if nothing := [word for word in argv if word.endswith("=--")]:  # argparse takes it for an empty list
        raise ServiceError(f"{nothing[0]}: a value is missing")
    parser = BaseCommand().create_parser("manage.py", "up")
    add_up_arguments(parser)
    try:
        return parser.parse_args([*argv])
    except CommandError as error:
        raise ServiceError(str(error)) from error
