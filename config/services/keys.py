"""The secrets of a system on one machine. Only `up` makes them, once, readable by their owner alone."""

import base64
import os
import secrets
from pathlib import Path

FILE = "secrets.env"


def exist(data: Path) -> bool:
    return (data / FILE).exists()


def read(data: Path) -> dict[str, str]:
    lines = (data / FILE).read_text().splitlines()
    return {name: value for name, equals, value in (line.partition("=") for line in lines) if equals}


def make(data: Path, *, demo: bool) -> None:
    """Also keeps whether this is a demonstration: a real system must never become one by a forgotten option."""
    values = {
        "SECRET_KEY": secrets.token_urlsafe(50),
        "FIELD_KEYS": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
        "HEYI_DEMO": "1" if demo else "0",
        "HEYI_DEMO_PASSWORD": f"heyi-{secrets.token_hex(4)}" if demo else "",
    }
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = data / f"{FILE}.partial"
    partial.unlink(missing_ok=True)
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.writelines(f"{name}={value}\n" for name, value in values.items())
    partial.rename(data / FILE)
