"""What every table of an organisation names: its unions, categories and officers, looked up for a block at a time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from casework.importing.columns import Row
from casework.importing.employers import Recognised
from casework.importing.kinds import Intake
from casework.models import Category
from organizations.models import Officer, UnionOrg

Key = tuple[int, str]


class AreaIntake(Intake):
    """Rows of the organisations in the area of who imports. Unknown and out of that area read the same."""

    def __init__(self, by: Officer, at: datetime) -> None:
        super().__init__(by, at)
        unions = UnionOrg.objects.within(by.path).filter(kind=UnionOrg.Kind.FEDERATION).select_related("region")
        self.orgs = {union.region_id: union for union in unions}
        self.categories = {category.pk: category for category in Category.objects.exclude(parent=None)}
        self.officers: dict[str, list[Officer]] = {}
        self.employers = Recognised()

    def key(self, row: Row) -> Key:
        return row.values["organization"].pk, row.values["external_no"]

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

    def look_up_officers(self, rows: Sequence[Row], column: str, duties: Collection[str]) -> None:
        """By user name, whatever has become of that duty since: one statement for the names not met before."""
        names = {row.values[column] for row in rows} - self.officers.keys() - {""}
        if not names:
            return
        self.officers |= {name: [] for name in names}
        found = Officer.objects.filter(user__username__in=names, duty__in=duties, org__path__startswith=self.by.path)
        for officer in found.select_related("user", "org").order_by("pk"):
            assert officer.user
            self.officers[officer.user.username].append(officer)

    def officer_of(self, row: Row, column: str) -> Officer | None:
        """The duty held at the organisation of the row, else another of the same person in the area."""
        name, org = row.values[column], row.values["organization"]
        found = self.officers.get(name, [])
        return next((officer for officer in found if officer.org == org), found[0] if found else None)
