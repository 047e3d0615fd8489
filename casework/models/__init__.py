"""The tables every file shares, one room per noun."""

from .attachments import AbstractAttachment, Blob
from .calendars import CalendarYear, Holiday
from .deadlines import AbstractDeadline, AbstractExtension, AbstractPause, DeadlineRule, TimedDeadline
from .files import AbstractEvent, AppendOnly, File
from .imports import ImportJob, ImportPart
from .numbering import Counter
from .policies import Policy
from .recovery import AbstractRecovery
from .registers import Category, Employer
from .safekeeping import Draft, IdempotentAnswer
from .search import SearchText
from .templates import DocumentTemplate

__all__ = [
    "AbstractAttachment",
    "AbstractDeadline",
    "AbstractEvent",
    "AbstractExtension",
    "AbstractPause",
    "AbstractRecovery",
    "AppendOnly",
    "Blob",
    "CalendarYear",
    "Category",
    "Counter",
    "DeadlineRule",
    "DocumentTemplate",
    "Draft",
    "Employer",
    "File",
    "Holiday",
    "IdempotentAnswer",
    "ImportJob",
    "ImportPart",
    "Policy",
    "SearchText",
    "TimedDeadline",
]
