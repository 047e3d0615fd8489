from django.apps import AppConfig


class HotlineConfig(AppConfig):
    name = "hotline"

    def ready(self) -> None:
        """The tables of steps make themselves known to their models."""
        from . import workflow  # noqa: F401
