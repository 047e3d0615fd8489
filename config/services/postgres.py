"""The embedded PostgreSQL: one cluster, one database, sockets only."""

import os
import signal
import subprocess
import time
from pathlib import Path

import psycopg
from psycopg import sql

from config.services import binaries
from config.services.places import database_home, socket_dir
from config.services.process import ServiceError, finish, own, spawn, unprivileged

USER = "heyi"
SOCKET_LOCK = ".s.PGSQL.5432.lock"
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "log_timezone": "Asia/Shanghai",
    "log_min_error_statement": "panic",  # statements hold personal data
    "log_error_verbosity": "terse",
    "log_parameter_max_length_on_error": "0",
}
CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}


class Postgres:
    """The cluster of one data directory. `careless` is for tests: quick, and lost when the power fails."""

    name = "PostgreSQL"

    def __init__(self, data: Path, *, careless: bool = False) -> None:
        self.account = unprivileged()
        self.home = database_home(data, self.account)
        self.data = self.home / "postgres"
        self.sockets = socket_dir(self.home / "run")
        self.log = self.home / "postgres.log"
        self.careless = careless
        self.child: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        return f"postgres://{USER}@/{self.sockets}/{USER}"

    def start(self) -> None:
        """Bring the server up, ready to answer. Raises ServiceError."""
        self.bin = binaries.postgres(self.data, self.account)
        self.env = {**os.environ, "LC_ALL": "C.UTF-8", "PGHOST": str(self.sockets)}
        self.env.pop("PGDATA", None)
        self._own_folders()
        if not (self.data / "PG_VERSION").exists():
            self._create()
        self._clear_stale_locks()
        self._launch()
        self._wait()
        self._ensure_database()

    def stop(self) -> None:
        """SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, everything is written."""
        finish(self.child, signal.SIGINT, 3)

    @property
    def alive(self) -> bool:
        return self.child is not None and self.child.poll() is None

    def answers(self) -> bool:
        """Does a server of this cluster answer, whoever started it?"""
        try:
            self._connect().close()
        except psycopg.OperationalError:
            return False
        return True

    def _own_folders(self) -> None:
        self.home.mkdir(parents=True, exist_ok=True)
        if self.account:
            self.home.chmod(self.home.stat().st_mode | 0o011)  # its account passes through, and reads nothing
        own(self.data, self.account)
        own(self.sockets, self.account)

    def _create(self) -> None:
        """UTF-8 throughout: with the C locale trigram indexes would match everything and silently re-check all rows."""
        locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] if self.bin.major >= 17 else []
        command: list[str | Path] = [
            self.bin.folder / "initdb",
            "-D",
            self.data,
            "-U",
            USER,
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            *locale,
        ]
        command += ["--auth=trust", "--no-instructions", *(["--no-sync"] if self.careless else [])]
        child = spawn(command, account=self.account, env=self.env, cwd=Path("/"), stdout=subprocess.PIPE)
        said = child.communicate()[0]
        if child.returncode:
            raise ServiceError(f"PostgreSQL could not create its data in {self.data}:\n{said}")

    def _launch(self) -> None:
        options = {**SETTINGS, "unix_socket_directories": str(self.sockets), **(CARELESS if self.careless else {})}
        arguments = [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
        command: list[str | Path] = [self.bin.folder / "postgres", "-D", self.data, *arguments]
        with self.log.open("ab") as log:
            self.child = spawn(
                command,
                account=self.account,
                env=self.env,
                cwd=Path("/"),
                stdout=log,
                on_our_death=signal.SIGINT,
            )

    def _wait(self) -> None:
        for _attempt in range(600):
            if not self.alive:
                raise ServiceError(f"PostgreSQL did not start; its own words are in {self.log}")
            if self.answers():
                return
            time.sleep(0.05)
        raise ServiceError(f"PostgreSQL is not ready after 30 s; its own words are in {self.log}")

    def _ensure_database(self) -> None:
        with self._connect() as link:
            if not link.execute("SELECT 1 FROM pg_database WHERE datname = %s", [USER]).fetchone():
                link.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(USER)))

    def _connect(self) -> psycopg.Connection:
        return psycopg.connect(host=str(self.sockets), user=USER, dbname="postgres", autocommit=True)

    def _clear_stale_locks(self) -> None:
        """A killed server may stay a zombie of a PID 1 that never reaps, and PostgreSQL takes it for alive.

        Whoever starts a server holds its data alone: once no server works there any more, its locks mean nothing.
        """
        locks = [lock for lock in (self.data / "postmaster.pid", self.sockets / SOCKET_LOCK) if lock.exists()]
        if locks:
            self._wait_until_deserted()
        for lock in locks:
            lock.unlink(missing_ok=True)

    def _wait_until_deserted(self) -> None:
        for _attempt in range(100):
            if not any(_works_in(process, self.data) for process in Path("/proc").glob("[0-9]*")):
                return
            time.sleep(0.1)
        raise ServiceError(f"Another PostgreSQL is using {self.data}.")


def _works_in(process: Path, folder: Path) -> bool:
    """Is it a living server with its data in `folder`? A zombie has no working directory."""
    try:
        return (process / "comm").read_text() == "postgres\n" and (process / "cwd").readlink() == folder
    except OSError:
        return False
