"""The tables every file shares, one room per noun."""

from .attachments import AbstractAttachment, Blob
from .calendars import CalendarYear, Holiday
from .deadlines import AbstractDeadline, AbstractExtension, AbstractPause, DeadlineRule, TimedDeadline
from .files import AbstractEvent, File
from .numbering import Counter
from .policies import Policy
from .recovery import AbstractRecovery
from .registers import Category, Employer
from .safekeeping import Draft, IdempotentAnswer

__all__ = [
    "AbstractAttachment",
    "AbstractDeadline",
    "AbstractEvent",
    "AbstractExtension",
    "AbstractPause",
    "AbstractRecovery",
    "Blob",
    "CalendarYear",
    "Category",
    "Counter",
    "DeadlineRule",
    "Draft",
    "Employer",
    "File",
    "Holiday",
    "IdempotentAnswer",
    "Policy",
    "TimedDeadline",
]
