"""The pages of matters and documents: lists and files, the ladder of an employer, documents of partners."""

from .dossier import dossier, dossier_zip
from .files import document, documents, letter, matter, matters, new_document, new_matter
from .ladder import ladder
from .partners import new_partner, partner, partners

__all__ = [
    "document",
    "documents",
    "dossier",
    "dossier_zip",
    "ladder",
    "letter",
    "matter",
    "matters",
    "new_document",
    "new_matter",
    "new_partner",
    "partner",
    "partners",
]
