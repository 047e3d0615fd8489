"""Full-width and half-width characters: what an input method writes, as plain text."""

import unicodedata


def half_width(text: str) -> str:
    """Full-width letters, digits and signs as plain ones; other characters stay."""
    return unicodedata.normalize("NFKC", text).strip()
