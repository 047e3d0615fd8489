"""What a person chooses to see beside the call."""

from __future__ import annotations

from hotline.models import HiddenPart
from organizations.models import User


def show_part(user: User, part: str, *, shown: bool) -> None:
    """Fold a part of the screen away for good, or bring it back. It belongs to the person, not to the machine."""
    if shown:
        HiddenPart.objects.filter(user=user, part=part).delete()
    else:
        HiddenPart.objects.get_or_create(user=user, part=part)
