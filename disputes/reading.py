"""A case with all its page shows, each table asked once."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, prefetch_related_objects

from disputes.models import Attendance, DisputeCase, Payment


def read_once(case: DisputeCase) -> None:
    """Keep on the case what guards, the ways after the agreement and the page all look at."""
    claims = Prefetch("claims", case.claims.select_related("category__parent"))
    notes = Prefetch("notes", case.notes.select_related("deleted_by__user").prefetch_related("wordings__by__user"))
    attendances = Prefetch("attendances", Attendance.objects.select_related("party__file"))
    meetings = Prefetch("meetings", case.meetings.select_related("signed_paper").prefetch_related(attendances))
    tasks = Prefetch("tasks", case.tasks.select_related("owner__user"))
    papers = Prefetch("attachments", case.attachments.select_related("blob", "by__user", "by__org", "by__authority"))
    clocks = Prefetch("deadlines", case.deadlines.select_related("rule"))
    parts: list[Any] = [claims, notes, meetings, tasks, papers, clocks, "deadlines__pauses"]
    parts += ["relations", "relations_back"]
    if case.outcome:
        payments = Payment.objects.select_related("proof", "reverses", "taken_back_because")
        parts += ["routes", Prefetch("instalments__payments", payments), "instalments__payments__mentions"]
    prefetch_related_objects([case], *parts)
