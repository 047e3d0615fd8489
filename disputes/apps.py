from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.apps import apps as current
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from casework.documents.library import load_templates

TEMPLATES = Path(__file__).parent / "data" / "documents"


def load_documents(*, apps: Any = current, using: str, **_signal: Any) -> None:
    """Called after migrations and after a flush, with the models as they are then."""
    load_templates(TEMPLATES, apps=apps, using=using)


class DisputesConfig(AppConfig):
    name = "disputes"

    def ready(self) -> None:
        """The tables of steps make themselves known to their models, the table of cases to imports."""
        from casework.documents.families import Family, register
        from disputes.documents.sheets import examples
        from disputes.documents.words import LABELS

        from . import workflow  # noqa: F401
        from .imports import intake  # noqa: F401

        register(Family("case", _("Dispute cases"), LABELS, examples))

        post_migrate.connect(load_documents, sender=self)
