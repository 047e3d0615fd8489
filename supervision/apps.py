from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from .reference import load_topics


class SupervisionConfig(AppConfig):
    name = "supervision"
    verbose_name = _("Letters and documents")

    def ready(self) -> None:
        from . import workflow  # noqa: F401 - the tables of steps make themselves known to their models

        post_migrate.connect(load_topics, sender=self)
