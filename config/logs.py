"""Log lines that carry no personal data and cannot be forged."""

import logging
import re
from types import TracebackType

DETAIL = re.compile(r"^(DETAIL|CONTEXT|LINE \d+|PARAMETERS):?.*$", re.MULTILINE)
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\x85\u2028\u2029]")
ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class LineFormatter(logging.Formatter):
    """Time, level, logger and message. PostgreSQL's DETAIL lines quote the values of a row, so they are left out."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:
        line = super().formatMessage(record)
        return CONTROL.sub(escaped, line.replace("\n", "\\n"))

    def formatException(self, ei: ExcInfo) -> str:
        return CONTROL.sub(escaped, DETAIL.sub("(detail left out)", super().formatException(ei)))


def escaped(found: re.Match[str]) -> str:
    return found.group().encode("unicode_escape").decode()
