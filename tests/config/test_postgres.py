"""The embedded PostgreSQL comes back, however its last run ended."""

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.services.places import shelter
from config.services.postgres import Postgres


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    shutil.rmtree(shelter(tmp_path), ignore_errors=True)  # used where pytest's folders are closed


def test_a_killed_server_that_nobody_reaps_does_not_hold_its_data(data: Path) -> None:
    first, second = Postgres(data, careless=True), Postgres(data, careless=True)
    first.start()
    assert first.child
    os.kill(first.child.pid, signal.SIGKILL)
    try:
        second.start()
        assert second.alive
    finally:
        second.stop()
        first.child.wait()
