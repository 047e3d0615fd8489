"""`manage.py up`: the whole system on one machine, in one foreground command."""

import http.client
import os
import shlex
import signal
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from config.services import keys
from config.services.broker import Broker
from config.services.locks import held, is_free
from config.services.places import DEFAULT, mails
from config.services.postgres import Postgres
from config.services.process import ServiceError
from config.services.supervisor import Supervisor, programmes
from config.services.watched import Part

ALREADY_RUNNING = 3
CANNOT_START = 4
LETTING_GO_SECONDS = 10  # how long the parts of a killed run may need to notice that it is gone
CHILDREN = {
    "REMAP_SIGTERM": "SIGQUIT",  # a worker gets WORKER_STOP_SECONDS for what it is doing, then hands it back
    "WORKER_STOP_SECONDS": "2",
    "PYTHONWARNINGS": "ignore:You're running the worker with superuser privileges",
}


@dataclass(frozen=True)
class Run:
    """One run of the system: its data, its port, and since when it is being started."""

    data: Path
    port: int
    began: float

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def pid_file(self) -> Path:
        return self.data / "up.pid"


def run(data: Path, port: int) -> int:
    """The exit code: 0 after a signal asked to stop, 3 when the system runs already, 4 when it cannot start."""
    one = Run(data, port, time.monotonic())
    with held(data / "up.lock", block=False) as ours:
        if not ours:
            print(f"already running: {described(one)}", file=sys.stderr)
            return ALREADY_RUNNING
        try:
            start_and_watch(one)
        except ServiceError as error:
            print(error, file=sys.stderr)
            return CANNOT_START
        except KeyboardInterrupt:
            say("stopped before everything was up")
    return 0


def described(one: Run) -> str:
    """Address and process of the run that holds the data; it writes them a moment after it took the lock."""
    try:
        return one.pid_file.read_text().strip()
    except FileNotFoundError:
        return f"{one.data} is being started or stopped"


def start_and_watch(one: Run) -> None:
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, interrupt)
    insist_on_port(one)
    one.pid_file.write_text(f"{one.url} (pid {os.getpid()})\n")
    try:
        with data_services(one) as services:
            prepare(one)
            watch(one, services)
    finally:
        one.pid_file.unlink(missing_ok=True)


def interrupt(*_signal: object) -> NoReturn:
    raise KeyboardInterrupt


def insist_on_port(one: Run) -> None:
    """Raises ServiceError when somebody listens there. The rest of a killed run gets a moment to let go."""
    deadline = time.monotonic() + (LETTING_GO_SECONDS if one.pid_file.exists() else 0)
    while (reason := refusal(one.port)) and time.monotonic() < deadline:
        time.sleep(0.2)
    if reason:
        another = one.port + 1 if one.port < 65535 else 8000
        raise ServiceError(f"Port {one.port} is taken ({reason}). Try another one: --port {another}")


def refusal(port: int) -> str:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            return getattr(error, "strerror", None) or str(error)
    return ""


@contextmanager
def data_services(one: Run) -> Iterator[list[Part]]:
    """The embedded servers, as far as the environment names no others. Stopped in the opposite order."""
    with ExitStack() as stack:
        running: list[Part] = []
        postgres, broker = Postgres(one.data), Broker(one.data)
        if os.environ["DATABASE_URL"] == postgres.url:
            wait_for_commands(one)
            stack.enter_context(held(one.data / "database.lock"))
            stack.callback(postgres.stop)
            postgres.start()
            running.append(postgres)
        if os.environ["REDIS_URL"] == broker.url:
            stack.callback(broker.stop)
            broker.start()
            running.append(broker)
        if running:
            say(f"{' and '.join(part.name for part in running)} ready", one)
        if postgres in running and postgres.home != one.data:
            say(f"the database lies in {postgres.home}: its account cannot enter {one.data}")
        stack.callback(lambda: say("stopping"))
        yield running


def wait_for_commands(one: Run) -> None:
    if not is_free(one.data / "database.lock"):
        say("waiting for another command which uses the database")


def prepare(one: Run) -> None:
    """Bring data, translations and static files up to the code."""
    from config.services import preparation

    preparation.migrate()
    preparation.assets()
    say("database and pages prepared", one)
    preparation.reference_data()
    if os.environ.get("HEYI_DEMO") == "1":
        preparation.demonstration(one.data)


def watch(one: Run, services: list[Part]) -> None:
    env = {**os.environ, **CHILDREN}
    supervisor = Supervisor(services, programmes(one.data, one.port, env))
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, lambda *_signal: supervisor.stopping.set())
    try:
        supervisor.run(lambda: answers(one.port), lambda: announce(one))
    finally:
        supervisor.stop()


def answers(port: int) -> bool:
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        link.request("GET", "/healthz")
        return link.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        link.close()


def announce(one: Run) -> None:
    say(f"open {one.url} (Ctrl-C stops everything)", one)
    if os.environ.get("HEYI_DEMO") != "1":
        where = "" if one.data == DEFAULT else f"HEYI_DATA={shlex.quote(str(one.data))} "
        say(f"no demonstration data; the first administrator is made by: {where}python3 manage.py createsuperuser")
    else:
        say("demonstration accounts: operator leader officer mediator supervisor director signatory liaison inspector")
        say("  statistician archivist auditor admin; .binchuan .chenggong .dali .yunnan behind some of them;")
        say("  court.xiangyun procuratorate.xiangyun hr.xiangyun justice.xiangyun")
        print(f"demonstration password: {os.environ['HEYI_DEMO_PASSWORD']}", flush=True)


def say(line: str, one: Run | None = None) -> None:
    after = f" ({time.monotonic() - one.began:.1f} s)" if one else ""
    print(f"• {line}{after}", flush=True)


def configure(data: Path, *, demo: bool) -> None:
    """Make the local secrets at the first start. Raises ServiceError when a demonstration would be shown as real."""
    try:
        if not keys.exist(data):
            keys.make(data, demo=demo)
        mails(data).mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise ServiceError(f"Nothing can be kept in {data} ({error.strerror}).") from error
    if not demo and keys.read(data).get("HEYI_DEMO") == "1":
        raise ServiceError(f"{data} holds demonstration data. Name another place: --data-dir DIR --no-demo")
