"""The browser of the browser tests: one that is there, or Debian's where we may install it."""

import os
import shutil
import subprocess

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str:
    """The path of a Chromium, "" without one. `HEYI_CHROMIUM` names it first."""
    named = os.environ.get("HEYI_CHROMIUM", "")
    return named or next(filter(None, map(shutil.which, NAMES)), "")


def find_or_install() -> str:
    """As `find`; as root on a Debian machine it is installed when it is missing. Says so when there is none."""
    found = find() or (find() if install() else "")
    if not found:
        print("=" * 100)
        print("NO BROWSER TESTS: there is no Chromium. Install it (sudo apt-get install -y chromium) and run again.")
        print("=" * 100, flush=True)
    return found


def install() -> bool:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print("• installing Chromium for the browser tests; this takes a minute or two", flush=True)
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return apt_get(env, "update", "-q") and apt_get(env, "install", "-q", "-y", "--no-install-recommends", "chromium")


def apt_get(env: dict[str, str], *arguments: str) -> bool:
    done = subprocess.run(
        ["apt-get", *arguments], env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False
    )
    return done.returncode == 0
