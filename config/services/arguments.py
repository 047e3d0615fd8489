"""The options of `up`. Read twice: before the settings, because they decide which data the settings name, and after."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from config.services.places import data_dir


def add_up_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="of the web server on this machine (8000)")
    parser.add_argument("--data-dir", type=whole, default=data_dir(), help="where everything is kept (HEYI_DATA, var/)")
    parser.add_argument("--no-demo", action="store_true", help="an empty system, without demonstration data")


def whole(text: str) -> Path:
    return Path(text).expanduser().resolve()


def read_up_arguments(argv: Sequence[str]) -> Namespace:
    """Unknown and malformed options are left to Django, which explains them."""
    parser = ArgumentParser(add_help=False, exit_on_error=False)
    add_up_arguments(parser)
    return parser.parse_known_args(argv)[0]
