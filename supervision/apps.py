from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.apps import apps as current
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from casework.documents.library import load_templates

from .reference import load_topics

TEMPLATES = Path(__file__).parent / "data" / "documents"


def load_documents(*, apps: Any = current, using: str, **_signal: Any) -> None:
    """Called after migrations and after a flush, with the models as they are then."""
    load_templates(TEMPLATES, apps=apps, using=using)


class SupervisionConfig(AppConfig):
    name = "supervision"
    verbose_name = _("Letters and documents")

    def ready(self) -> None:
        from casework.documents.families import Family, register
        from supervision.printing.examples import examples
        from supervision.printing.words import LABELS

        from . import workflow  # noqa: F401 - the tables of steps make themselves known to their models

        register(Family("supervision", _("Letters and documents"), LABELS, examples))
        post_migrate.connect(load_topics, sender=self)
        post_migrate.connect(load_documents, sender=self)
