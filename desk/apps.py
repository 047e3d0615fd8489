from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.apps import apps as current
from django.db.models.signals import post_migrate

from casework.documents.library import load_templates

TEMPLATES = Path(__file__).parent / "data" / "documents"


def load_documents(*, apps: Any = current, using: str, **_signal: Any) -> None:
    """Called after migrations and after a flush, with the models as they are then."""
    load_templates(TEMPLATES, apps=apps, using=using)


class DeskConfig(AppConfig):
    name = "desk"

    def ready(self) -> None:
        post_migrate.connect(load_documents, sender=self)
