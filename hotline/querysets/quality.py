"""Who may know of a quality review, and the lists people work from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db.models import Avg, Count, QuerySet
from django.db.models.functions import TruncMonth

from casework.querysets import FileQuerySet
from organizations.models import Duty

if TYPE_CHECKING:
    from organizations.models import Officer

JUDGES = {Duty.QUALITY_INSPECTOR, Duty.DUTY_LEADER}
ASSESSED = {Duty.HOTLINE_OPERATOR, Duty.CASE_OFFICER}
SCORED = ("scored", "accepted", "appealed", "decided")


class SheetQuerySet(QuerySet[Any]):
    def in_force(self, subject: str, on: date) -> Any:
        """The sheet by which work is judged on that day. Raises ScoreSheet.DoesNotExist."""
        return self.filter(subject=subject, valid_from__lte=on).order_by("-valid_from", "-version")[:1].get()


class SampleQuerySet(QuerySet[Any]):
    def visible_to(self, officer: Officer) -> Self:
        if officer.duty not in JUDGES or not officer.path:
            return self.none()
        return self.filter(scope__startswith=officer.path)


class ReviewQuerySet(FileQuerySet):
    def visible_to(self, officer: Officer) -> Self:
        """Inspectors and duty leaders see those of their subtree; others only what was scored of their own work."""
        if officer.duty == Duty.SYSTEM:
            return self.all()
        if officer.duty in JUDGES:
            return self.within(officer)
        if officer.duty in ASSESSED:
            return self.filter(assessed__user=officer.user_id, state__in=SCORED)
        return self.none()

    def for_list(self) -> Self:
        return super().for_list().select_related("assessed__user", "call", "order", "sample")

    def for_page(self) -> Self:
        """The files that are judged are read apart from the people, who are many joins already."""
        people = ("assessed__user", "assessed__org", "inspector__user", "inspector__org", "sample__by__user")
        files = ("call__category__parent", "order__call__category__parent", "order__handler")
        return super().for_page().select_related("sheet", *people).prefetch_related(*files)

    def to_score(self) -> Self:
        return self.filter(state="drawn")

    def to_decide(self) -> Self:
        return self.filter(state="appealed")

    def to_answer(self, officer: Officer) -> Self:
        """What was scored of the officer's own work and still can be appealed against."""
        return self.filter(state="scored", assessed__user=officer.user_id)

    def unanswered(self, today: date) -> Self:
        """Scores whose time for an appeal is over."""
        return self.filter(state="scored", due_on__lt=today)

    def by_officer(self) -> Any:
        """How many and how well, by officer and month of the work. A score under appeal is not counted yet."""
        settled = self.filter(state__in=("accepted", "decided"))
        rows = settled.annotate(month=TruncMonth("done_on")).order_by().values("assessed", "month")
        return rows.annotate(n=Count("pk"), average=Avg("score")).order_by("-month", "assessed")
