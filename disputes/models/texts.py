"""What may be searched of a case: its numbers, the employers in it, and the facts as the application tells them.

Whoever may open a case reads its facts there, so within scope they may be searched; in a case whose names are hidden
they are not. The names of workers are in no text: they are looked up as names (`DisputeCaseQuerySet.of_person`).
"""

from __future__ import annotations

from django.db import models

from casework.models import SearchText

from .cases import DisputeCase


class CaseText(SearchText):
    file = models.OneToOneField(DisputeCase, models.CASCADE, primary_key=True, related_name="search_text")

    class Meta(SearchText.Meta):
        pass
