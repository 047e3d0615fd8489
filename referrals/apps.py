from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.apps import apps as current
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from casework.documents.library import load_templates

from .kinds import load_kinds

TEMPLATES = Path(__file__).parent / "data" / "documents"


def load_documents(*, apps: Any = current, using: str, **_signal: Any) -> None:
    """Called after migrations and after a flush, with the models as they are then."""
    load_templates(TEMPLATES, apps=apps, using=using)


class ReferralsConfig(AppConfig):
    name = "referrals"
    verbose_name = _("Referrals")

    def ready(self) -> None:
        from referrals.sources import name_acts

        post_migrate.connect(load_kinds, sender=self)
        post_migrate.connect(load_documents, sender=self)
        name_acts()
