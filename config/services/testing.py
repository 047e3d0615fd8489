"""What the tests run against: servers of their own in a temporary folder, safe beside a running `up`."""

import base64
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from django.core.management import call_command

from config.services import chromium
from config.services.broker import Broker
from config.services.places import ROOT
from config.services.postgres import Postgres


def run(arguments: Sequence[str]) -> int:
    """pytest's exit code. Pages are tested as they are served, with translations and static files."""
    call_command("translations", compile=True)
    call_command("collectstatic", verbosity=0, interactive=False)
    browser = {"HEYI_CHROMIUM": chromium.find_or_install()} if wants_browser(arguments) else {}
    command = [sys.executable, "-m", "pytest", *arguments]
    sys.stdout.flush()  # our lines first: pytest's own closing line is the last
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **browser}, check=False).returncode


def wants_browser(arguments: Sequence[str]) -> bool:
    """Whole runs and runs of the browser tests need one; a run of a few other files does not wait for it."""
    paths = [argument for argument in arguments if argument.startswith("tests")]
    return not paths or any("browser" in path or path.rstrip("/") == "tests" for path in paths)


@contextmanager
def services() -> Iterator[dict[str, str]]:
    """A database and a broker which do not care for power failures, and the environment that names them."""
    began = time.monotonic()
    signal.signal(signal.SIGTERM, lambda *_signal: sys.exit(128 + signal.SIGTERM))  # so that the folder is removed
    with tempfile.TemporaryDirectory(prefix="heyi-test-") as name:
        folder = Path(name)
        folder.chmod(0o711)  # as root, PostgreSQL's account has to pass through
        database, broker = Postgres(folder, careless=True), Broker(folder, careless=True)
        try:
            database.start()
            broker.start()
            print(f"• database and broker for the tests are up ({time.monotonic() - began:.1f} s)", flush=True)
            yield environment(folder, database.url, broker.url)
        finally:
            broker.stop()
            database.stop()
            if database.home != folder:  # the temporary folder was closed to PostgreSQL's account
                shutil.rmtree(database.home)


def environment(folder: Path, database_url: str, redis_url: str) -> dict[str, str]:
    """The same values in every run, so that a failure can be repeated."""
    return {
        **os.environ,
        "HEYI_DATA": str(folder),
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "SECRET_KEY": "only-for-tests-" + "0123456789" * 5,
        "FIELD_KEYS": base64.b64encode(bytes(range(32))).decode(),
        "ALLOWED_HOSTS": "testserver,localhost,127.0.0.1",
        "HEYI_LOOPBACK": "1",
        "HEYI_DEMO": "0",
        "DEBUG": "0",
        "EMAIL_URL": "memorymail://",
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }
