from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "reports"

    def ready(self) -> None:
        """The table of steps makes itself known to its model, and what waits here to the desk."""
        from casework.panels import more_desks

        from . import (
            desk,
            workflow,  # noqa: F401
        )

        if desk not in more_desks:
            more_desks.append(desk)
