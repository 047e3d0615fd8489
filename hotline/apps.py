from django.apps import AppConfig
from django.db.models.signals import post_migrate


class HotlineConfig(AppConfig):
    name = "hotline"

    def ready(self) -> None:
        """Tables of steps become known to their models, articles to the seed, the table of calls to imports."""
        from casework.reference import also

        from . import workflow  # noqa: F401
        from .imports import intake  # noqa: F401
        from .reference.articles import seed_articles
        from .reference.sheets import load_sheets

        also(seed_articles)

        post_migrate.connect(load_sheets, sender=self)
