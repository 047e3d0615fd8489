"""The database's own clock: the only one all workers share."""

from __future__ import annotations

from django.db import models


class ClockTimestamp(models.Func):
    """The time at this very moment, also late in a long transaction; clocks of application hosts may jump."""

    template = "clock_timestamp()"
    output_field = models.DateTimeField()
