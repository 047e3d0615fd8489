"""One part of the running system: started, watched, and started again with growing patience when it dies."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from config.services.places import ROOT
from config.services.process import ServiceError, spawn

BACK_OFF = (1, 2, 4, 8, 15, 30)  # seconds before a part that died is started again
STEADY_SECONDS = 60  # a part that lived that long begins at the first of them


class Part(Protocol):
    """What can be watched: PostgreSQL, the broker, and each of our programmes."""

    name: str

    @property
    def alive(self) -> bool: ...
    def start(self) -> None: ...


@dataclass
class Watched:
    part: Part
    started: float = field(default_factory=time.monotonic)
    failures: int = 0
    due: float | None = None

    def look_after(self) -> None:
        """Notice a death, and bring the part back when its time has come."""
        if self.due is None and not self.part.alive:
            self._died()
        elif self.due is not None and time.monotonic() >= self.due:
            self._start_again()

    def _died(self) -> None:
        now = time.monotonic()
        self.failures = 0 if now - self.started > STEADY_SECONDS else self.failures
        wait = BACK_OFF[min(self.failures, len(BACK_OFF) - 1)]
        self.failures += 1
        self.due = now + wait
        print(f"• {self.part.name} has ended by itself; starting it again in {wait} s", flush=True)

    def _start_again(self) -> None:
        self.started, self.due = time.monotonic(), None
        try:
            self.part.start()
        except ServiceError as error:
            print(f"• {error}", file=sys.stderr, flush=True)


@dataclass
class Programme:
    """One of our own programmes, a process with children of its own. Its lines are passed on under its name."""

    name: str
    command: list[str]
    env: Mapping[str, str]
    process: subprocess.Popen[str] | None = None

    @property
    def alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def start(self) -> None:
        self.kill()
        self.process = spawn(self.command, cwd=ROOT, env=self.env, stdout=subprocess.PIPE)
        threading.Thread(target=self._pass_on, args=(self.process,), daemon=True).start()

    def terminate(self) -> None:
        if self.process and self.alive:
            self.process.terminate()

    def kill(self) -> None:
        """End the process and whatever it left behind: it leads a process group of its own."""
        if self.process is None:
            return
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
        self.process.wait()

    def _pass_on(self, process: subprocess.Popen[str]) -> None:
        for line in process.stdout or ():
            print(f"{self.name:<7}| {line}", end="", flush=True)
