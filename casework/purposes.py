"""What a step is for; its page puts first what leads on, groups the rest by purpose and folds the rare away."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Purpose(TextChoices):
    """In the order of the page. `BESIDE`: offered where the thing it is about is shown, not among the next steps."""

    ONWARD = "onward", pgettext_lazy("purpose of a step", "Leads on")
    PEOPLE = "people", pgettext_lazy("purpose of a step", "Who handles it")
    MEETING = "meeting", pgettext_lazy("purpose of a step", "Meeting")
    TIME = "time", pgettext_lazy("purpose of a step", "Time limit")
    MONEY = "money", pgettext_lazy("purpose of a step", "Payment")
    PAPERS = "papers", pgettext_lazy("purpose of a step", "Papers")
    OTHER = "other", pgettext_lazy("purpose of a step", "Also possible")
    END = "end", pgettext_lazy("purpose of a step", "End it otherwise")
    RARE = "rare", pgettext_lazy("purpose of a step", "Rarely needed")
    BESIDE = "beside", pgettext_lazy("purpose of a step", "Beside what it is about")
