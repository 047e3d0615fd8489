"""Rows of a register of an organisation: unions, categories and officers it names, numbers it has already."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from casework.importing.columns import Row
from casework.importing.employers import Recognised
from casework.importing.kinds import Intake
from casework.models import Category
from organizations.models import Officer, UnionOrg

Key = tuple[int, str]


class AreaIntake(Intake):
    """Rows of the organisations in the area of who imports. Unknown and out of that area read the same."""

    model: type[Any]  # the files the rows become
    officer: str  # the column of a user name
    duties: Collection[str]  # one of which that user has
    nobody: Any  # the words when no such user is found

    def __init__(self, by: Officer, at: datetime) -> None:
        super().__init__(by, at)
        unions = UnionOrg.objects.within(by.path).filter(kind=UnionOrg.Kind.FEDERATION).select_related("region")
        self.orgs = {union.region_id: union for union in unions}
        self.categories = {category.pk: category for category in Category.objects.exclude(parent=None)}
        self.officers: dict[str, list[Officer]] = {}
        self.employers = Recognised()

    def key(self, row: Row) -> Key:
        return row.values["organization"].pk, row.values["external_no"]

    @abstractmethod
    def lacking(self, said: dict[str, Any]) -> Iterator[tuple[str, str]]:
        """What the cells of a row say against each other: the column, and the words."""

    def resolve(self, rows: Sequence[Row]) -> None:
        self.look_up_officers(rows)
        for row in rows:
            for column, text in self.lacking(row.values):
                row.refuse(column, text)
            self.resolve_organization(row)
            self.resolve_category(row)
            self.resolve_officer(row)

    def known(self, rows: Sequence[Row]) -> Collection[Key]:
        numbers = [row.values["external_no"] for row in rows]
        orgs = {row.values["organization"].pk for row in rows}
        there = self.model._default_manager.filter(~Q(external_no=""), org__in=orgs, external_no__in=numbers)
        return {self.key(row) for row in rows} & set(there.values_list("org_id", "external_no"))

    def resolve_organization(self, row: Row) -> None:
        code = row.values["organization"]
        row.values["organization"] = self.orgs.get(code)
        if code not in self.orgs:
            row.refuse("organization", _("No union of your area has this division code."))

    def resolve_category(self, row: Row) -> None:
        code = row.values["category"]
        row.values["category"] = self.categories.get(code)
        if code and code not in self.categories:
            row.refuse("category", _("There is no category of the second level with this code."))

    def look_up_officers(self, rows: Sequence[Row]) -> None:
        """By user name, whatever has become of that duty since: one statement for the names not met before."""
        names = {row.values[self.officer] for row in rows} - self.officers.keys() - {""}
        if not names:
            return
        self.officers |= {name: [] for name in names}
        serving = Officer.objects.filter(duty__in=self.duties, org__path__startswith=self.by.path)
        found = serving.filter(user__username__in=names)
        for officer in found.select_related("user", "org").order_by("pk"):
            assert officer.user
            self.officers[officer.user.username].append(officer)

    def resolve_officer(self, row: Row) -> None:
        """The duty held at the organisation of the row, else another of the same person in the area."""
        name, org = row.values[self.officer], row.values["organization"]
        found = self.officers.get(name, [])
        row.values[self.officer] = next((one for one in found if one.org == org), found[0] if found else None)
        if name and not found:
            row.refuse(self.officer, str(self.nobody))
