from django.apps import AppConfig


class DisputesConfig(AppConfig):
    name = "disputes"

    def ready(self) -> None:
        """The tables of steps make themselves known to their models."""
        from . import workflow  # noqa: F401
