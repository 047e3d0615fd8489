"""What may be searched of calls and work orders: employer and place as the caller says them, nothing about the caller.

What happened is told in the caller's own words and may name anybody, so it is not searched.
"""

from __future__ import annotations

from django.db import models

from casework.models import SearchText

from .calls import CallRecord
from .orders import WorkOrder


class CallText(SearchText):
    file = models.OneToOneField(CallRecord, models.CASCADE, primary_key=True, related_name="search_text")

    class Meta(SearchText.Meta):
        pass


class OrderText(SearchText):
    """The words of the call in the scope of the order: a county searches what a prefecture sent to it."""

    file = models.OneToOneField(WorkOrder, models.CASCADE, primary_key=True, related_name="search_text")

    class Meta(SearchText.Meta):
        pass
