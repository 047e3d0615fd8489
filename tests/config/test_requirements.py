"""The locks install the same everywhere: hashes for everything, addresses and machine paths for nothing."""

import re
from pathlib import Path

import pytest

from config.services.places import ROOT

UV_LOCKS = ("requirements-uv.txt", "requirements-local.txt")
LOCKS = sorted(ROOT.glob("requirements*.txt"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_registry_and_no_path(lock: Path) -> None:
    text = lock.read_text()
    assert not re.search(r"https?://|file:|--(extra-)?index-url|--find-links| /\w", text)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_pin_has_a_hash(lock: Path) -> None:
    text = lock.read_text()
    pins = re.findall(r"^[a-z][\w.-]*==.*(?:\n    .*)*", text, re.MULTILINE)
    assert pins
    assert all("--hash=sha256:" in pin for pin in pins)


def test_the_installer_is_pinned_once() -> None:
    pins = [re.search(r"^uv==(\S+)", (ROOT / name).read_text(), re.MULTILINE) for name in UV_LOCKS]
    assert len({pin.group(1) for pin in pins if pin}) == 1
