"""What is typed beside the call: what the year for arbitration runs from, what moved it, which articles were told."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import DayField, RowsField
from casework.forms import RowForm
from hotline.limitation import Event, Fact, Start
from hotline.models import KnowledgeVersion

MOST_ARTICLES = 20
MOST_FACTS = 20
MOST_KEY = 2**62


class FactRow(RowForm):
    """A claim, a request or a promise has a day; a hindrance goes from a day to a day, or still lasts."""

    kind = forms.ChoiceField(label=gettext_lazy("What happened"), choices=[("", "—"), *Event.choices])
    day = DayField(label=gettext_lazy("Day"), starts_today=False)
    until = DayField(label=gettext_lazy("Until (hindrance only)"), required=False, starts_today=False)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("until") and typed.get("kind") not in (None, Event.FORCE_MAJEURE):
            self.add_error("until", _("Only a hindrance has a last day."))
        elif typed.get("until") and typed.get("day") and typed["until"] < typed["day"]:
            self.add_error("until", _("The last day is before the first."))
        return typed


class ArticleRow(RowForm):
    version = forms.IntegerField(
        label=gettext_lazy("Article inserted"), min_value=1, max_value=MOST_KEY, required=False
    )
    inserted_at = forms.DateTimeField(label=gettext_lazy("Inserted"), required=False)


class AsideFields(forms.Form):
    limitation_start = forms.ChoiceField(
        label=gettext_lazy("Which day counts?"),
        choices=[("", gettext_lazy("Please choose")), *Start.choices],
        required=False,
    )
    employment_ended_on = DayField(label=gettext_lazy("End of the employment"), required=False, starts_today=False)
    limitation_facts = RowsField(
        FactRow, label=gettext_lazy("What happened since"), required=False, max_rows=MOST_FACTS
    )
    articles = RowsField(ArticleRow, label=gettext_lazy("Articles inserted"), required=False, max_rows=MOST_ARTICLES)

    def clean_articles(self) -> list[dict[str, Any]]:
        """The versions that may be read by this officer, each once. Raises ValidationError for others."""
        rows = {row["version"]: row for row in self.cleaned_data["articles"] if row.get("version")}
        readable = KnowledgeVersion.objects.visible_to(self.officer).in_bulk(list(rows))  # type: ignore[attr-defined]
        if unknown := [key for key in rows if key not in readable]:
            raise ValidationError(_("There is no article %(key)s."), params={"key": unknown[0]})
        return [
            {"version": readable[key], "inserted_at": moment_in(row, self.at)}  # type: ignore[attr-defined]
            for key, row in rows.items()
        ]


def moment_in(row: dict[str, Any], at: Any) -> Any:
    """When it was inserted, by the clock of the browser: never later than now."""
    said = row.get("inserted_at")
    return min(said, at) if said else at


def fact_of(row: dict[str, Any]) -> Fact:
    return Fact(row["kind"], row["day"], row.get("until"))
