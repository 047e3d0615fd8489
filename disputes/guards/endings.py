"""The end of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from casework.workflow import Act
    from disputes.models import DisputeCase


def papers_are_there(case: DisputeCase, act: Act) -> str:
    return "" if case.attachments.exists() else _("The file holds no papers yet. Please add them first.")
