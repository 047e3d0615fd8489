from django.apps import AppConfig
from django.db.models.signals import post_migrate


class HotlineConfig(AppConfig):
    name = "hotline"

    def ready(self) -> None:
        """The tables of steps make themselves known to their models, the table of calls to the imports."""
        from . import workflow  # noqa: F401
        from .imports import intake  # noqa: F401
        from .reference import load_sheets

        post_migrate.connect(load_sheets, sender=self)
