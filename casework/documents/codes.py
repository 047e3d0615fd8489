"""Codes that lead a reader of the paper to its page of verification."""

from __future__ import annotations

from io import BytesIO

import segno


def qr_svg(address: str) -> str:
    """The code as a drawing of black squares; it bears a quarter of damage, as papers are folded and stamped."""
    return str(segno.make(address, error="q", micro=False).svg_inline(border=0, omitsize=True))


def qr_png(address: str) -> bytes:
    """The same as a picture, for the Word file."""
    made = BytesIO()
    segno.make(address, error="q", micro=False).save(made, kind="png", scale=8, border=0)
    return made.getvalue()
