"""`manage.py up` as a person at the keyboard meets it: started, asked again, interrupted, killed."""

import json
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from config.services.places import ROOT, shelter

LOCAL = ("SECRET_KEY", "FIELD_KEYS", "DATABASE_URL", "REDIS_URL", "HEYI_DATA", "HEYI_DEMO", "HEYI_LOOPBACK")
PATIENCE = 120


@dataclass
class Up:
    """One system of its own, in a folder of its own, on a free port."""

    data: Path
    port: int
    process: subprocess.Popen[str] | None = None

    @property
    def env(self) -> dict[str, str]:
        """As a person's shell has it: without the values the tests run with."""
        kept = {name: value for name, value in os.environ.items() if name not in LOCAL and "PYTEST" not in name}
        return {**kept, "HEYI_DATA": str(self.data), "DJANGO_SETTINGS_MODULE": "config.settings"}

    def command(self, *words: str) -> list[str]:
        return [sys.executable, "manage.py", *words]

    def start(self) -> None:
        """Until the first page can be had."""
        words = self.command("up", "--no-demo", "--port", str(self.port))
        with (self.data.parent / f"{self.data.name}.log").open("w") as log:
            self.process = subprocess.Popen(words, cwd=ROOT, env=self.env, stdout=log, stderr=log, text=True)
        deadline = time.monotonic() + PATIENCE
        while not self.is_ready():
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < deadline, self.said()
            time.sleep(0.05)

    def wait_for_every_part(self) -> None:
        """Worker and clock give their first sign of life a little after the first page."""
        deadline = time.monotonic() + PATIENCE
        while (answers := self.readiness()) != {"ok"}:
            assert time.monotonic() < deadline, (answers, self.said())
            time.sleep(0.2)

    def readiness(self) -> set[str]:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz") as answer:
                return set(json.load(answer).values())
        except urllib.error.HTTPError as refused:
            return set(json.load(refused).values())

    def said(self) -> str:
        return (self.data.parent / f"{self.data.name}.log").read_text()

    def is_ready(self) -> bool:
        return f"open http://127.0.0.1:{self.port}/" in self.said()

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*words), cwd=ROOT, env=self.env, capture_output=True, text=True, check=False, timeout=PATIENCE
        )

    def end(self, sign: signal.Signals) -> float:
        """Seconds until everything is gone."""
        assert self.process
        began = time.monotonic()
        self.process.send_signal(sign)
        self.process.wait(PATIENCE)
        while left := self.processes():
            assert time.monotonic() - began < PATIENCE, left
            time.sleep(0.05)
        return time.monotonic() - began

    def processes(self) -> list[str]:
        """Every living process that knows this system's folder, whoever its parent is by now."""
        return [line for line in map(described, Path("/proc").glob("[0-9]*")) if str(self.data) in line]


def described(process: Path) -> str:
    """Command line and environment; nothing for a zombie, which has neither."""
    try:
        words = (process / "cmdline").read_bytes() + b"\0" + (process / "environ").read_bytes()
    except OSError:
        return ""
    return words.replace(b"\0", b" ").decode(errors="replace")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@pytest.fixture
def up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Up]:
    system = Up(tmp_path_factory.mktemp("up") / "data", free_port())
    yield system
    if system.process and system.process.poll() is None:
        system.end(signal.SIGTERM)
    shutil.rmtree(shelter(system.data), ignore_errors=True)  # used where pytest's folders are closed


def test_a_taken_port_is_said_before_anything_is_started(up: Up) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", up.port))
        other.listen()
        done = up.run("up", "--no-demo", "--port", str(up.port))
    assert done.returncode == 4
    assert f"Port {up.port} is taken" in done.stderr
    assert not (up.data / "postgres").exists()


def test_a_system_lives_from_its_first_start_to_its_recovery(up: Up) -> None:
    """One story, because every start takes seconds."""
    up.start()
    assert stat.S_IMODE((up.data / "secrets.env").stat().st_mode) == 0o600
    assert stat.S_IMODE((up.data / "mails").stat().st_mode) == 0o700
    up.wait_for_every_part()

    again = up.run("up", "--no-demo", "--port", str(free_port()))
    assert again.returncode == 3
    assert f"already running: http://127.0.0.1:{up.port}/" in again.stderr

    beside = up.run("shell", "-v0", "-c", "from organizations.models import Region; print(Region.objects.count())")
    assert int(beside.stdout) > 100

    up.end(signal.SIGKILL)
    up.start()
    assert up.end(signal.SIGINT) < 10

    alone = up.run("shell", "-v0", "-c", "from organizations.models import Region; print(Region.objects.count())")
    assert alone.stdout == beside.stdout
    assert up.processes() == []


@pytest.mark.parametrize(
    "option", ["--port=x", "--port=0", "--port=-1", "--port=65536", "--port=--", "--no-dmeo", "8000"]
)
def test_a_slip_in_the_options_is_said_before_anything_is_made(option: str, up: Up) -> None:
    done = up.run("up", option)
    assert done.returncode == 1
    assert option.removeprefix("--port=") in done.stderr
    assert "Traceback" not in done.stderr
    assert not up.data.exists()


def test_a_demonstration_is_never_served_as_a_real_system(up: Up) -> None:
    up.data.mkdir()
    (up.data / "secrets.env").write_text("SECRET_KEY=x\nHEYI_DEMO=1\n")
    done = up.run("up", "--no-demo", "--port", str(up.port))
    assert done.returncode == 1
    assert "demonstration" in done.stderr
