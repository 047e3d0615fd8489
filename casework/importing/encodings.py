"""Whether a CSV file is written in UTF-8 or in GB18030, found out by reading all of it."""

from __future__ import annotations

import codecs
import re
from typing import IO

from django.utils.translation import gettext as _

from casework.importing.errors import UnreadableFile

CHUNK = 1 << 20
UTF_8 = "utf-8-sig"
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# GB18030 lets nearly any bytes pass; text of offices holds neither control signs nor the private use area.
STRANGE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ud800-\udfff]")
CERTAIN = 20  # so many signs beyond ASCII do not form UTF-8 by chance: the file is UTF-8, with an error in it


def encoding_of(stream: IO[bytes]) -> str:
    """Raises UnreadableFile for anything else, naming the line where a UTF-8 file is damaged."""
    stream.seek(0)
    head = stream.read(3)
    if head.startswith(UTF_16):
        raise UnreadableFile(_("The file is written in UTF-16. Please save it as “CSV UTF-8”."))
    line, signs = first_error(stream, "utf-8")
    if line == 0:
        return UTF_8
    if head == codecs.BOM_UTF8 or signs >= CERTAIN:
        raise UnreadableFile(_("The file is UTF-8 but damaged in line %(line)d.") % {"line": line})
    if first_error(stream, "gb18030", strange=STRANGE)[0] == 0:
        return "gb18030"
    raise UnreadableFile(_("The file is neither UTF-8 nor GB18030. Please save it as “CSV UTF-8”."))


def first_error(stream: IO[bytes], name: str, strange: re.Pattern[str] | None = None) -> tuple[int, int]:
    """The line that cannot be read, 0 when all can, and how many signs beyond ASCII came before it."""
    stream.seek(0)
    decoder = codecs.getincrementaldecoder(name)("strict")
    line, signs, last = 1, 0, False
    while not last:
        chunk = stream.read(CHUNK)
        last = not chunk
        try:
            text = decoder.decode(chunk, final=last)
        except UnicodeDecodeError as error:
            good = error.object[: error.start].decode(name, "ignore")
            return line + good.count("\n"), signs + beyond_ascii(good)
        if strange and strange.search(text):
            return line, signs
        line, signs = line + text.count("\n"), signs + beyond_ascii(text)
    return 0, signs


def beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))
