from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "config"

    def ready(self) -> None:
        """Make the Celery application current in every process, so that each task finds the broker's settings."""
        from config import celery  # noqa: F401
