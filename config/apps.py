from django.apps import AppConfig
from django.conf import settings
from django.contrib.staticfiles.apps import StaticFilesConfig


class ConfigConfig(AppConfig):
    name = "config"

    def ready(self) -> None:
        """Make the Celery application current in every process, so that each task finds the broker's settings.

        Raises ImproperlyConfigured for field keys that seal nothing: better no start than the first caller refused.
        """
        from casework.secrets.vault import current_prefix
        from config import celery  # noqa: F401
        from config.faults import report_faults

        current_prefix()
        report_faults(settings.SENTRY_DSN)


class StaticFiles(StaticFilesConfig):
    """Collects what our pages use, and none of the variants the packages bring along."""

    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        "*.esm.*",
        "*.rtl.*",
        "*-4.*",  # of htmx; the pages use version 2
        "bootstrap-*",
        "redoc",
        "rest_framework",
    ]
