"""The size of a picture, read from its header without decoding it."""

from __future__ import annotations

import struct

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
JPEG_SIGNATURE = b"\xff\xd8"
START_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def pixels(head: bytes) -> int:
    """Width times height of a PNG or JPEG picture; 0 when the header does not tell."""
    if head.startswith(PNG_SIGNATURE) and len(head) >= 24:
        width, height = struct.unpack(">II", head[16:24])
        return int(width * height)
    return _jpeg_pixels(head) if head.startswith(JPEG_SIGNATURE) else 0


def _jpeg_pixels(head: bytes) -> int:
    """Walk the segments to the start of the frame."""
    place = len(JPEG_SIGNATURE)
    while place + 9 <= len(head) and head[place] == 0xFF:
        marker, length = head[place + 1], int.from_bytes(head[place + 2 : place + 4])
        if marker in START_OF_FRAME:
            height, width = struct.unpack(">HH", head[place + 5 : place + 9])
            return int(width * height)
        place += 1 if marker == 0xFF else 2 + length
    return 0
