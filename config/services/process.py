"""Starting a child that dies with us, if need be as another account."""

import ctypes
import os
import pwd
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any

PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True)
Account = pwd.struct_passwd
Output = IO[Any] | int | None


class ServiceError(Exception):
    """A service cannot be started. The message is for the person at the keyboard."""


def unprivileged() -> Account | None:
    """The account PostgreSQL runs as when we are root, because it refuses root. None: our own account will do."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise ServiceError("PostgreSQL does not run as root, and there is neither an account 'postgres' nor 'nobody'.")


def spawn(
    command: Sequence[str | Path],
    *,
    account: Account | None = None,
    on_our_death: signal.Signals = signal.SIGTERM,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    stdout: Output = None,
) -> subprocess.Popen[str]:
    """Start `command` in a session of its own, so that a Ctrl-C reaches us alone and we stop the children in order.

    The kernel sends `on_our_death` when the *thread* that called this ends: call it from the main thread only.
    """
    return subprocess.Popen(
        command,
        env=env,
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.STDOUT if stdout is not None else None,
        text=True,
        errors="replace",
        start_new_session=True,
        preexec_fn=_dies_with(os.getpid(), on_our_death),  # noqa: PLW1509 - only async-safe calls inside
        **identity(account),
    )


def identity(account: Account | None) -> dict[str, Any]:
    """The arguments of subprocess that make a child run as `account`."""
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}


def _dies_with(parent: int, sign: signal.Signals) -> Any:
    def prepare() -> None:
        _libc.prctl(PR_SET_PDEATHSIG, int(sign), 0, 0, 0)
        if os.getppid() != parent:  # it died before the line above
            os._exit(1)

    return prepare


def reachable(path: Path, account: Account | None) -> bool:
    """Can `account` enter or run `path`, with all folders above it?"""
    if account is None:
        return os.access(path, os.R_OK | os.X_OK)
    test = ["test", "-r", str(path), "-a", "-x", str(path)]
    return subprocess.run(test, cwd="/", check=False, **identity(account)).returncode == 0


def own(folder: Path, account: Account | None, mode: int = 0o700) -> Path:
    """Make `folder` if need be and give it to `account`. Raises ServiceError when it belongs to somebody else."""
    folder.mkdir(mode=mode, parents=True, exist_ok=True)
    uid = account.pw_uid if account else os.geteuid()
    if folder.stat().st_uid not in (uid, os.geteuid()):
        raise ServiceError(f"{folder} belongs to another account.")
    if account:
        os.chown(folder, account.pw_uid, account.pw_gid)
    folder.chmod(mode)
    return folder


def finish(child: subprocess.Popen[str] | None, sign: signal.Signals, seconds: float) -> None:
    """Ask a child to end, and make it end when it does not within `seconds`."""
    if child is None or child.poll() is not None:
        return
    child.send_signal(sign)
    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
