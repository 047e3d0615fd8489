"""The tables every file shares, one room per noun."""

from .attachments import AbstractAttachment, Blob
from .calendars import CalendarYear, Holiday
from .deadlines import AbstractDeadline, AbstractExtension, AbstractPause, DeadlineRule, TimedDeadline
from .employers import Employer, EmployerEvent
from .files import AbstractEvent, AppendOnly, File
from .imports import ImportJob, ImportPart
from .numbering import Counter
from .paper_forms import PaperBatch, PaperForm
from .policies import Policy
from .recovery import AbstractRecovery, LedgerEntry, above_zero_or_taken_back
from .registers import Category
from .safekeeping import Draft, IdempotentAnswer
from .search import SearchText
from .spellings import EmployerKey, EmployerName, EmployerPhone, EmployerProject
from .templates import DocumentTemplate
from .worklists import ListColumns, Presence, SavedView

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
    "EmployerEvent",
    "EmployerKey",
    "EmployerName",
    "EmployerPhone",
    "EmployerProject",
    "File",
    "Holiday",
    "IdempotentAnswer",
    "ImportJob",
    "ImportPart",
    "LedgerEntry",
    "ListColumns",
    "PaperBatch",
    "PaperForm",
    "Policy",
    "Presence",
    "SavedView",
    "SearchText",
    "TimedDeadline",
    "above_zero_or_taken_back",
]
