"""Every command works on the data of `manage.py up`, and starts their database when `up` is not running."""

import base64
import os
import secrets
import sys
import time
import warnings
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import quote

from config.services import keys, testing
from config.services.arguments import read_up_arguments
from config.services.broker import Broker
from config.services.locks import held, is_free, shared
from config.services.places import data_dir, mails
from config.services.postgres import Postgres
from config.services.process import ServiceError
from config.services.up import Run, configure

# Commands which read no data: they run without any configuration, with values that are forgotten afterwards.
WITHOUT_DATA = {"", "-h", "--help", "help", "version", "--version", "check", "collectstatic", "compilemessages"}
WITHOUT_DATA |= {"makemigrations", "spectacular", "startapp", "translations"}


@contextmanager
def system(argv: Sequence[str]) -> Iterator[None]:
    """The environment of one command. Ends the process with a sentence when it cannot be had."""
    with ExitStack() as stack:
        try:
            stack.enter_context(environment(argv))
            insist_on_settings()
        except ServiceError as error:
            sys.exit(str(error))
        yield


@contextmanager
def environment(argv: Sequence[str]) -> Iterator[None]:
    command = argv[1] if len(argv) > 1 else ""
    data = data_dir()
    if command == "up" and not asks_for_help(argv):
        options = read_up_arguments(argv[2:])
        configure(options.data_dir, demo=not options.no_demo)
        os.environ.setdefault("PUBLIC_URL", Run(options.data_dir, options.port, 0).url.rstrip("/"))
        name_local(options.data_dir)
        yield
    elif command == "test":
        with testing.services() as env:
            os.environ.update(env)
            yield
    elif command in WITHOUT_DATA or asks_for_help(argv):
        forgettable()
        yield
    elif keys.exist(data):
        name_local(data)
        with database(data):
            yield
    else:
        yield


def asks_for_help(argv: Sequence[str]) -> bool:
    return bool({"-h", "--help"} & set(argv))


def insist_on_settings() -> None:
    """A missing value is one sentence, not a traceback."""
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured

    from casework.secrets.vault import current_prefix

    try:
        settings.INSTALLED_APPS  # noqa: B018 - reading it loads the settings
        current_prefix()
    except ImproperlyConfigured as error:
        raise ServiceError(str(error)) from error


def forgettable() -> None:
    """Values for commands which touch no data: a migration is written without looking into a database."""
    for name in ("SECRET_KEY", "FIELD_KEYS"):
        os.environ.setdefault(name, base64.b64encode(secrets.token_bytes(32)).decode())
    os.environ.setdefault("DATABASE_URL", "postgres://nobody@//nowhere/none")
    os.environ.setdefault("REDIS_URL", "unix:///nowhere?db=0")
    os.environ.setdefault("ALLOWED_HOSTS", "localhost")
    os.environ.setdefault("EMAIL_URL", "consolemail://")
    warnings.filterwarnings("ignore", "Got an error checking a consistent migration history")


def name_local(data: Path) -> None:
    """Put the local secrets and the embedded addresses into the environment, where nothing else stands."""
    for name, value in keys.read(data).items():
        os.environ.setdefault(name, value)
    os.environ["HEYI_DATA"] = str(data)
    os.environ.setdefault("DATABASE_URL", Postgres(data).url)
    os.environ.setdefault("REDIS_URL", Broker(data).url)
    os.environ.setdefault("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
    os.environ.setdefault("HEYI_LOOPBACK", "1")
    os.environ.setdefault("EMAIL_URL", f"filemail:///{quote(str(mails(data)))}")


@contextmanager
def database(data: Path) -> Iterator[None]:
    """The database of `data` for as long as the command takes; the one of `up` when that runs.

    Two commands at once share one server: the one that started it waits for the other before it stops it.
    """
    server = Postgres(data)
    if os.environ["DATABASE_URL"] != server.url:
        yield
        return
    while True:
        with held(data / "database.lock", block=False) as ours:
            if ours:
                with started(server, data / "database.users"):
                    yield
                return
        if server.answers():
            with shared(data / "database.users"):
                yield
            return
        time.sleep(0.1)


@contextmanager
def started(server: Postgres, users: Path) -> Iterator[None]:
    try:
        server.start()
        yield
    finally:
        if not is_free(users):
            print("• waiting for another command which uses the database", file=sys.stderr, flush=True)
        with held(users):
            server.stop()
