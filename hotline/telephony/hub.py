"""One ear for all streams of a web process: a thread with the only connection that listens.

A stream waits on a lock of this process and holds no connection. Whoever is woken reads the rows: a notice is a hint
and never carries what is shown, so a lost one costs nothing once the ear is open again.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.conf import settings
from django.db import DatabaseError, connections
from psycopg import Error

from hotline.telephony.notices import CHANNEL, Notice

log = logging.getLogger("heyi.telephony")
SLICE_SECONDS = 1.0  # how long a stream sleeps before it looks whether its process is to end
PROOF_SECONDS = 30.0  # a connection that hears nothing may be dead: then it is asked something
AGAIN_SECONDS = (0.2, 1, 2, 5)


class Full(Exception):
    """This process carries as many streams as it may: the screen asks again by itself."""


@dataclass(eq=False)
class Place:
    """One open stream, and what wakes it."""

    officer: int
    path: str
    board: bool
    woken: threading.Event = field(default_factory=threading.Event)

    def wait(self, seconds: float, ends: Callable[[], bool]) -> bool:
        """Whether something may have changed. Returns early, with False, when the process is to end."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0 and not ends():
            if self.woken.wait(min(left, SLICE_SECONDS)):
                self.woken.clear()
                return True
        return False


class Hub:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.places: set[Place] = set()
        self.thread: threading.Thread | None = None
        self.closing = threading.Event()
        self.process_ends: Callable[[], bool] = lambda: False

    @contextmanager
    def place(self, officer: int, path: str, board: bool = False) -> Iterator[Place]:
        """Room for one stream. Raises Full. The thread begins with the first, after the process was forked."""
        place = Place(officer, path, board)
        with self.lock:
            if len(self.places) >= settings.LINE_STREAMS:
                raise Full
            self.places.add(place)
            self.open_ear()
        try:
            yield place
        finally:
            with self.lock:
                self.places.discard(place)

    def is_ending(self) -> bool:
        return self.closing.is_set() or self.process_ends()

    def open_ear(self) -> None:
        if self.thread is None or not self.thread.is_alive():
            self.closing.clear()
            self.thread = threading.Thread(target=self.listen, name="line-ear", daemon=True)
            self.thread.start()

    def listen(self) -> None:
        """Until the process ends: a connection that is lost is opened again, and everybody looks at the rows then."""
        failures = 0
        while not self.is_ending():
            try:
                self.hear(lambda: self.wake(None))
                failures = 0
            except (DatabaseError, Error) as error:
                log.warning("the ear of the line has to be opened again: %s", type(error).__name__)
                self.closing.wait(AGAIN_SECONDS[min(failures, len(AGAIN_SECONDS) - 1)])
                failures += 1

    def hear(self, opened: Callable[[], None]) -> None:
        """Listen on a connection of this thread's own. Raises DatabaseError or psycopg.Error when it is lost."""
        wrapper = connections.create_connection("default")
        try:
            wrapper.ensure_connection()
            wrapper.connection.execute(f"LISTEN {CHANNEL}")
            opened()
            proven = time.monotonic()
            while not self.is_ending():
                for heard in wrapper.connection.notifies(timeout=SLICE_SECONDS):
                    self.wake(Notice.read(heard.payload))
                if time.monotonic() - proven > PROOF_SECONDS:
                    wrapper.connection.execute("SELECT 1")
                    proven = time.monotonic()
        finally:
            wrapper.close()

    def wake(self, notice: Notice | None) -> None:
        """Those whom the notice concerns; everybody when it is not known what was missed."""
        with self.lock:
            for place in self.places:
                if notice is None or notice.concerns(place.officer, place.path, place.board):
                    place.woken.set()

    def close(self) -> None:
        """End all streams and the thread, and wait for it: for the end of a process and of a test."""
        self.closing.set()
        self.wake(None)
        if self.thread is not None:
            self.thread.join(5)
            self.thread = None


hub = Hub()
