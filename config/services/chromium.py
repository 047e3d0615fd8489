"""The browser of the browser tests: one that is there, or Debian's where we may install it."""

import os
import shutil
import subprocess

from config.services.binaries import package_folder

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "libatomic1")  # the second for the driver, which brings everything else with it


def find() -> str:
    """The path of a Chromium that can be driven, "" without one. `HEYI_CHROMIUM` names it first."""
    named = os.environ.get("HEYI_CHROMIUM", "")
    found = named or next(filter(None, map(shutil.which, NAMES)), "")
    return found if found and driver_runs() else ""


def driver_runs() -> bool:
    package = package_folder("playwright")
    if package is None:
        return False
    done = subprocess.run([package / "driver" / "node", "--version"], capture_output=True, check=False)
    return done.returncode == 0


def find_or_install() -> str:
    """As `find`; as root on a Debian machine it is installed when it is missing. Says so when there is none."""
    found = find() or (find() if install() else "")
    if not found:
        print("=" * 100)
        print("NO BROWSER TESTS: no Chromium, or a library of its driver is missing. Install them and run again:")
        print(f"sudo apt-get install -y {' '.join(PACKAGES)}")
        print("=" * 100, flush=True)
    return found


def install() -> bool:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print("• installing Chromium for the browser tests; this takes a minute or two", flush=True)
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return apt_get(env, "update", "-q") and apt_get(env, "install", "-q", "-y", "--no-install-recommends", *PACKAGES)


def apt_get(env: dict[str, str], *arguments: str) -> bool:
    done = subprocess.run(
        ["apt-get", *arguments], env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False
    )
    return done.returncode == 0
