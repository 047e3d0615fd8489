"""A workbook that opens only with its password: the encryption Excel and WPS know themselves (ECMA-376, AES-256)."""

from __future__ import annotations

from pathlib import Path

from msoffcrypto.format.ooxml import OOXMLFile


def sealed(path: Path, password: str) -> Path:
    """Beside the open one, which lies in the worker's own folder and goes away with it."""
    target = path.with_suffix(".sealed")
    with path.open("rb") as plain, target.open("wb") as closed:
        OOXMLFile(plain).encrypt(password, closed)
    return target
