"""The pages of matters and documents: lists and files, drafting, review, numbers, ladders, documents of partners."""

from .dossier import dossier, dossier_zip
from .drafting import edit_document, new_document, preview
from .files import document, documents, matter, matters, new_matter
from .ladder import ladder
from .partners import new_partner, partner, partners
from .register import numbers
from .review import comment, review

__all__ = [
    "comment",
    "document",
    "documents",
    "dossier",
    "dossier_zip",
    "edit_document",
    "ladder",
    "matter",
    "matters",
    "new_document",
    "new_matter",
    "new_partner",
    "numbers",
    "partner",
    "partners",
    "preview",
    "review",
]
