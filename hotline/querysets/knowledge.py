"""Who may read which article, and how one is found."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db.models import Case, IntegerField, Q, Value, When

from casework.querysets import FileQuerySet
from casework.widths import half_width
from organizations.models import Duty, UnionOrg

if TYPE_CHECKING:
    from hotline.models import KnowledgeVersion
    from organizations.models import Officer

DRAFTERS = {Duty.HOTLINE_OPERATOR, Duty.DUTY_LEADER, Duty.QUALITY_INSPECTOR, Duty.COMMITTEE_DIRECTOR}
PROVINCIAL = {UnionOrg.Level.NATIONAL, UnionOrg.Level.PROVINCE}
MOST_WORDS = 5


class VersionQuerySet(FileQuerySet):
    def visible_to(self, officer: Officer) -> Self:
        """What is or was in use: for the union that keeps it, all unions below, and those above, which look on.

        What was never published is known only to those who draft in the very same union.
        """
        if officer.duty == Duty.SYSTEM:
            return self.all()
        if officer.org is None or officer.duty == Duty.SYSTEM_ADMIN:
            return self.none()
        places = Q(scope__in=above(officer.path)) | Q(scope__startswith=officer.path)
        return self.filter(~Q(fingerprint="") & places | self.own_drafts(officer))

    def own_drafts(self, officer: Officer) -> Q:
        if officer.duty not in DRAFTERS or officer.org is None:
            return Q(pk__in=[])
        own = Q(org=officer.org)
        if officer.org.level in PROVINCIAL:
            own |= Q(org=None)
        return Q(fingerprint="") & own

    def for_callers_of(self, officer: Officer) -> Self:
        """What is told at this desk: the answers of the own union and of those above, not of those below."""
        return self.filter(scope__in=above(officer.path))

    def in_force(self, on: date) -> Self:
        return self.filter(Q(valid_to=None) | Q(valid_to__gt=on), state="published", valid_from__lte=on)

    def matching(self, text: str) -> Self:
        """Every word somewhere in title, text, law, category, or in the title as it is spelled."""
        rows = self
        for word in half_width(text).lower().replace("\x00", "").split()[:MOST_WORDS]:
            rows = rows.filter(search_key__contains=word)
        return rows

    def of_category(self, code: str) -> Self:
        """Those for the category or for the whole first level above it."""
        return self.filter(categories__overlap=[code, code[:2]])

    def best_for(self, code: str, text: str = "") -> Self:
        """Those of the category first, then of its first level; with the word in the title; from the nearest union."""
        near = Case(
            When(categories__contains=[code], then=Value(0)),
            When(categories__contains=[code[:2]], then=Value(1)),
            default=Value(2),
            output_field=IntegerField(),
        )
        named = Case(When(title__icontains=text.strip()[:60], then=Value(0)), default=Value(1))
        return self.annotate(near=near, named=named).order_by("near", "named", "-scope", "pk")

    def of_article(self, version: KnowledgeVersion) -> Self:
        """All versions of the same article, the newest first."""
        return self.filter(article=version.article_id).order_by("-edition")

    def for_list(self) -> Self:
        return self.select_related("org", "drafted_by__user").order_by("-pk")

    def for_page(self) -> Self:
        return self.select_related("org__region", "article", "drafted_by__user", "drafted_by__org")


def above(path: str) -> list[str]:
    """The path of a union, of every union above it, and the empty one of the law of the land."""
    parts = path.strip("/").split("/") if path else []
    return ["", *("/".join(parts[: n + 1]) + "/" for n in range(len(parts)))]
