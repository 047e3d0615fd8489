"""The embedded Redis-compatible server: one socket, append-only file."""

import signal
import subprocess
import time
from pathlib import Path

from redis import Redis, RedisError

from config.services import binaries
from config.services.places import socket_dir
from config.services.process import ServiceError, finish, own, spawn


class Broker:
    """The broker of one data directory. `careless` is for tests: nothing is written to disk."""

    name = "broker"

    def __init__(self, data: Path, *, careless: bool = False) -> None:
        self.data = data / "broker"
        self.socket = socket_dir(data / "sockets") / "broker.sock"
        self.log = data / "broker.log"
        self.careless = careless
        self.child: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        return f"unix://{self.socket}?db=0"

    def start(self) -> None:
        """Bring the server up, ready to answer. Raises ServiceError."""
        own(self.data, None)
        own(self.socket.parent, None)
        self.socket.unlink(missing_ok=True)
        options = {
            "port": "0",
            "unixsocket": str(self.socket),
            "unixsocketperm": "700",
            "dir": str(self.data),
            "appendonly": "no" if self.careless else "yes",
            "save": "",
            "maxmemory-policy": "noeviction",
            "databases": "64",
        }
        arguments = [word for name, value in options.items() for word in (f"--{name}", value)]
        with self.log.open("ab") as log:
            self.child = spawn([binaries.broker(), *arguments], stdout=log)
        self._wait()

    def stop(self) -> None:
        finish(self.child, signal.SIGTERM, 2)

    @property
    def alive(self) -> bool:
        return self.child is not None and self.child.poll() is None

    def _wait(self) -> None:
        for _attempt in range(500):
            if not self.alive:
                raise ServiceError(f"The broker did not start; its own words are in {self.log}")
            if self._answers():
                return
            time.sleep(0.02)
        raise ServiceError(f"The broker is not ready after 10 s; its own words are in {self.log}")

    def _answers(self) -> bool:
        try:
            with Redis.from_url(self.url, socket_timeout=1) as client:
                return bool(client.ping())
        except RedisError:
            return False
