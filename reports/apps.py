from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "reports"

    def ready(self) -> None:
        """The table of steps makes itself known to its model, what waits here to the desk, a story to the play."""
        from casework.panels import more_desks
        from casework.reference import more_played

        from . import (
            desk,
            workflow,  # noqa: F401
        )
        from .demonstration import file_reports

        if desk not in more_desks:
            more_desks.append(desk)
            more_played.append(file_reports)
