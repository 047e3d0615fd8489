from django.apps import AppConfig


class HotlineConfig(AppConfig):
    name = "hotline"

    def ready(self) -> None:
        """The tables of steps make themselves known to their models, the articles to the loading of reference data."""
        from casework.reference import also

        from . import workflow  # noqa: F401
        from .reference import seed_articles

        also(seed_articles)
