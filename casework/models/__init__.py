"""The tables every file shares, one room per noun."""

from .attachments import AbstractAttachment, Blob
from .calendars import CalendarYear, Holiday
from .deadlines import AbstractDeadline, AbstractExtension, AbstractPause, DeadlineRule
from .employers import Employer, EmployerEvent
from .files import AbstractEvent, File
from .numbering import Counter
from .policies import Policy
from .recovery import AbstractRecovery
from .registers import Category
from .safekeeping import Draft, IdempotentAnswer
from .spellings import EmployerKey, EmployerName, EmployerPhone, EmployerProject

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
    "EmployerEvent",
    "EmployerKey",
    "EmployerName",
    "EmployerPhone",
    "EmployerProject",
    "File",
    "Holiday",
    "IdempotentAnswer",
    "Policy",
]
