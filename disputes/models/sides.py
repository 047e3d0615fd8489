"""The two sides of a case, as lists, documents and headings name them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext

if TYPE_CHECKING:
    from disputes.models import Party


class TwoSided(models.Model):
    """What a case says of its parties; names are masked unless a person asks for them."""

    if TYPE_CHECKING:
        parties: Any
        worker_count: Any
        names_hidden: Any

    class Meta:
        abstract = True

    @property
    def applicants(self) -> list[Party]:
        return self.in_role("applicant")

    @property
    def respondents(self) -> list[Party]:
        return self.in_role("respondent")

    def in_role(self, role: str) -> list[Party]:
        """Those who are parties now."""
        return [party for party in self.parties.all() if party.role == role and not party.ended_on]

    @property
    def representatives(self) -> list[Party]:
        """Those the workers of a group have elected."""
        return [party for party in self.applicants if party.elected_on]

    @property
    def applicant_label(self) -> str:
        """The first applicant, masked, and how many workers there are in all."""
        names = [party.label_in(self) for party in self.applicants]
        if not names or self.worker_count == 1:
            return ", ".join(names)
        return gettext("%(name)s and others, %(count)d in all") % {"name": names[0], "count": self.worker_count}

    @property
    def respondent_names(self) -> str:
        return gettext(", ").join(party.label_in(self) for party in self.respondents)

    @property
    def title(self) -> str:
        """Both sides in one line, masked."""
        return gettext("%(applicant)s against %(respondent)s") % {
            "applicant": self.applicant_label,
            "respondent": self.respondent_names,
        }

    def personal(self) -> list[tuple[Any, str]]:
        """What the masked lines hold in full, of the parties and their proxies; the roster has a page of its own."""
        return [line for party in self.parties.all() for line in party.personal()]
