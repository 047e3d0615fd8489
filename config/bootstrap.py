"""From a bare Python to a complete environment, with the standard library alone.

`ensure` builds `.venv` from the hash-locked requirements and starts the command again inside it. It steps aside inside
any other active virtual environment and with NO_BOOTSTRAP=1. A stamp is written only after a list was installed in
full, so a set-up that was cut off is simply done again; two commands that start at once wait for each other.
"""

from __future__ import annotations

import configparser
import fcntl
import hashlib
import os
import re
import shutil
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import venv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

PIP_WHEEL = "pip-26.3-py3-none-any.whl"
PIP_SHA256 = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"
DEBIAN_PIP = "python3-pip-whl"
LOWEST = (3, 11)


class SetupError(Exception):
    """The environment cannot be made. The message names what is missing and the command that installs it."""


def ensure(root: Path, argv: Sequence[str]) -> None:
    """Return when this process already runs where it should; otherwise do not return at all."""
    if sys.version_info < LOWEST:
        sys.exit(f"Python {LOWEST[0]}.{LOWEST[1]} or newer is needed; this is {sys.version.split()[0]}.")
    environment = Environment(root)
    inside = Path(sys.prefix).resolve() == environment.home.resolve()
    if not inside and (os.environ.get("NO_BOOTSTRAP") or sys.prefix != sys.base_prefix):
        return
    complete(environment, tests="test" in argv[1:2])
    if not inside:
        os.execv(environment.python, [str(environment.python), *argv])  # noqa: S606


def complete(environment: Environment, *, tests: bool) -> None:
    """Install what is missing, or end the process with a sentence that helps."""
    try:
        environment.install_missing(tests=tests)
    except SetupError as error:
        sys.exit(str(error))


class Environment:
    """The virtual environment of one checkout, `.venv` beside manage.py."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.home = root / ".venv"
        self.python = self.home / "bin" / "python"

    def install_missing(self, *, tests: bool) -> None:
        names = ["requirements.txt"]
        if not (os.environ.get("DATABASE_URL") and os.environ.get("REDIS_URL")):
            names.append("requirements-local.txt")
        names += ["requirements-store.txt"] if tests or os.environ.get("MEDIA_STORE") else []
        names += ["requirements-dev.txt"] if tests else []
        if all(self._is_installed(name) for name in names):
            return
        with alone(self.root):
            self._create()
            for name in names:
                if not self._is_installed(name):
                    self._install(name)

    def _is_installed(self, name: str) -> bool:
        """The stamp names the list and the Python: after an upgrade of Python the packages lie in another folder."""
        try:
            digest, version = self._stamp(name).read_text().split()
        except (FileNotFoundError, ValueError):
            return False
        inside = Path(sys.prefix).resolve() == self.home.resolve()
        return self.python.exists() and digest == self._digest(name) and (not inside or version == running_version())

    def _stamp(self, name: str) -> Path:
        return self.home / f".{name}.installed"

    def _digest(self, name: str) -> str:
        return hashlib.sha256((self.root / name).read_bytes()).hexdigest()

    def _create(self) -> None:
        if self.python.exists():
            return
        say("creating .venv")
        venv.EnvBuilder(with_pip=False, symlinks=True, clear=True).create(self.home)

    def _install(self, name: str) -> None:
        began = time.monotonic()
        say(f"installing {name}")
        self._stamp(name).unlink(missing_ok=True)
        if not self._install_with_uv(name) and not self._install_with_pip(name):
            self._give_up(name)
            return
        partial = self._stamp(name).with_suffix(".partial")
        partial.write_text(f"{self._digest(name)} {self._version()}\n")
        partial.rename(self._stamp(name))
        say(f"{name} installed in {time.monotonic() - began:.1f} s")

    def _give_up(self, name: str) -> None:
        """The embedded servers are a convenience: without them the machine's own are used."""
        if name != "requirements-local.txt":
            raise SetupError(f"{name} could not be installed; the lines above say why.")
        say("no embedded database and broker for this machine: the installed ones are used")

    def _version(self) -> str:
        ask = "import sys; print('%d.%d' % sys.version_info[:2])"
        return subprocess.run([self.python, "-c", ask], capture_output=True, text=True, check=True).stdout.strip()

    def _install_with_uv(self, name: str) -> bool:
        uv = self._uv()
        if uv is None:
            return False
        command = [uv, "pip", "install", "-q", "--python", str(self.python), "--require-hashes"]
        if run([*command, "-r", str(self.root / name)], uv_settings()):
            return True
        say("that did not work; trying pip, which knows this machine's own settings")
        return False

    def _uv(self) -> str | None:
        """uv on the machine, or our own: ten times as quick as pip."""
        own = self.home / "bin" / "uv"
        if found := shutil.which("uv") or (str(own) if own.exists() else None):
            return found
        self._install_with_pip("requirements-uv.txt")
        return str(own) if own.exists() else None

    def _install_with_pip(self, name: str) -> bool:
        command = [*self._pip(), "install", "-q", "--disable-pip-version-check", "--no-input", "--require-hashes"]
        return run([*command, "-r", str(self.root / name)], {})

    def _pip(self) -> list[str]:
        """A pip that installs into `.venv`: its own, the machine's, or the pinned wheel run as it is."""
        inside = [str(self.python), "-m", "pip"]
        if works(*inside, "--version") or works(str(self.python), "-m", "ensurepip"):
            return inside
        outside = [sys.executable, "-m", "pip", "--python", str(self.python)]
        if works(*outside, "--version"):
            return outside
        return [str(self.python), str(self._pip_wheel() / "pip")]

    def _pip_wheel(self) -> Path:
        """From the configured package index, else out of Debian's own package, which needs no rights to be unpacked."""
        wheel = self.home / PIP_WHEEL
        if wheel.exists():
            return wheel
        say("this Python has neither pip nor ensurepip: fetching pip itself")
        index = os.environ.get("UV_DEFAULT_INDEX") or pip_setting("index-url")
        if not index and (packaged := pip_of_debian(self.home / "apt")):
            return packaged
        wheel.write_bytes(fetch_pip(index))
        return wheel


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Only one process at a time sets up: the lock is on the folder, so nothing is left behind."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("waiting for another command which is setting up")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def running_version() -> str:
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


def say(line: str) -> None:
    print(f"• {line}", file=sys.stderr, flush=True)


def works(*command: str, cwd: Path | None = None) -> bool:
    return subprocess.run(command, cwd=cwd, capture_output=True, check=False).returncode == 0


def run(command: Sequence[str], more: dict[str, str]) -> bool:
    """Run to the end, with a sign of life every ten seconds."""
    began = time.monotonic()
    child = subprocess.Popen(command, env={**os.environ, **more}, stdin=subprocess.DEVNULL)
    while True:
        try:
            return child.wait(10) == 0
        except subprocess.TimeoutExpired:
            say(f"still at it ({time.monotonic() - began:.0f} s)")


def uv_settings() -> dict[str, str]:
    """uv reads none of pip's settings, and mirrors are mostly configured for pip only.

    It trusts its own certificates unless told otherwise, and an office network often has one of its own.
    """
    settings = {"UV_DEFAULT_INDEX": pip_setting("index-url"), "SSL_CERT_FILE": pip_setting("cert")}
    if machine_has_certificates():
        settings["UV_SYSTEM_CERTS"] = "1"
    return {name: value for name, value in settings.items() if value and name not in os.environ}


def machine_has_certificates() -> bool:
    paths = ssl.get_default_verify_paths()
    return bool(paths.cafile or (paths.capath and any(Path(paths.capath).iterdir())))


def pip_setting(name: str) -> str:
    """A setting as pip would find it: the environment first, then its files, the nearest first."""
    if value := os.environ.get(f"PIP_{name.upper().replace('-', '_')}"):
        return value
    for path in pip_files():
        parser = configparser.RawConfigParser()
        try:
            parser.read(path, encoding="utf-8")
        except (configparser.Error, UnicodeDecodeError):
            continue
        for section in ("install", "global"):
            if parser.has_option(section, name):
                return parser.get(section, name).strip()
    return ""


def pip_files() -> list[Path]:
    home = Path("~").expanduser()
    named = [Path(name) for name in [os.environ.get("PIP_CONFIG_FILE")] if name]
    user = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "pip" / "pip.conf"
    return [*named, user, home / ".pip/pip.conf", Path("/etc/pip.conf"), Path("/etc/xdg/pip/pip.conf")]


def pip_of_debian(folder: Path) -> Path | None:
    """Debian keeps pip's wheel in a package of its own: downloaded and unpacked into `folder`, nothing is installed."""
    if not (shutil.which("apt-get") and shutil.which("dpkg-deb")):
        return None
    if not (download_debian(folder, fresh=False) or download_debian(folder, fresh=True)):
        return None
    for package in folder.glob("*.deb"):
        subprocess.run(["dpkg-deb", "-x", package, folder], check=True)
    return next(folder.glob("usr/share/python-wheels/pip-*.whl"), None)


def download_debian(folder: Path, *, fresh: bool) -> bool:
    """With the machine's package lists, or with `fresh` ones of our own, as those may be old or empty."""
    (folder / "lists" / "partial").mkdir(parents=True, exist_ok=True)
    (folder / "cache" / "archives" / "partial").mkdir(parents=True, exist_ok=True)
    options = ["-q", "-o", "APT::Sandbox::User=root"]
    if fresh:
        options += ["-o", f"Dir::State::Lists={folder}/lists", "-o", f"Dir::Cache={folder}/cache"]
    steps = [["update"], ["download", DEBIAN_PIP]] if fresh else [["download", DEBIAN_PIP]]
    return all(works("apt-get", *options, *step, cwd=folder) for step in steps)


def fetch_pip(index: str) -> bytes:
    """pip's wheel from `index`, checked against the pinned hash. Raises SetupError."""
    if not index:
        raise SetupError(missing_pip())
    try:
        wheel = download_pip(index.rstrip("/"))
    except (OSError, StopIteration) as error:
        raise SetupError(f"pip could not be fetched from the configured index ({error}).\n{missing_pip()}") from error
    if hashlib.sha256(wheel).hexdigest() != PIP_SHA256:
        raise SetupError("The pip wheel of the configured index is not the one this system was tried with.")
    return wheel


def download_pip(index: str) -> bytes:
    with urllib.request.urlopen(f"{index}/pip/", timeout=60) as page:  # noqa: S310 - as configured
        links = re.findall(r'href="([^"#]+)', page.read().decode())
        address = urllib.parse.urljoin(page.url, next(link for link in links if link.endswith(f"/{PIP_WHEEL}")))
    with urllib.request.urlopen(address, timeout=120) as answer:  # noqa: S310 - checked by its hash
        content: bytes = answer.read()
    return content


def missing_pip() -> str:
    packages = {"apt-get": "python3-venv", "dnf": "python3-pip", "zypper": "python3-pip"}
    tool = next(filter(shutil.which, packages), "")
    sudo = "" if os.geteuid() == 0 else "sudo "
    install = f"Install one:  {sudo}{tool} install -y {packages[tool]}" if tool else "Install pip"
    return f"This Python has neither pip nor ensurepip.\n{install}\nor set PIP_INDEX_URL, and start again."


if __name__ == "__main__":
    complete(Environment(Path(__file__).resolve().parent.parent), tests=True)
