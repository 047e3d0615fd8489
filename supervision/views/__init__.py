"""The pages of matters and documents: lists and files, drafting, review, the register of numbers."""

from .drafting import edit_document, new_document, preview
from .files import document, documents, letter, matter, matters, new_matter
from .register import numbers
from .review import comment, review

__all__ = [
    "comment",
    "document",
    "documents",
    "edit_document",
    "letter",
    "matter",
    "matters",
    "new_document",
    "new_matter",
    "numbers",
    "preview",
    "review",
]
