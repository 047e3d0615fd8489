"""What a system administrator should look at: calendars, duties and certificates that end, blocked sign-ins."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.models import CalendarYear, DocumentTemplate
from casework.panels import Card, Task, bounded
from organizations.models import Certificate, Duty, LoginAttempt, Officer

WARNING_DAYS = 60


def cards(officer: Officer, today: date) -> list[Card]:
    if officer.duty != Duty.SYSTEM_ADMIN:
        return []
    return [duties(today), certificates(today), blocked(), templates(officer)]


def worklist(officer: Officer, today: date) -> list[Task]:
    """A calendar that is still provisional moves legal deadlines once it is out: the one task with a day of its own."""
    if officer.duty != Duty.SYSTEM_ADMIN or notice_is_out(today.year + 1):
        return []
    return [
        Task(
            number=str(today.year + 1),
            title=_("Working-day notice for %(year)s") % {"year": today.year + 1},
            state_label=_("Not entered yet: days of that year are counted as plain weeks"),
            due_on=date(today.year, 12, 31),
            step=_("Enter days off and adjusted working days"),
            url=reverse("control:casework_holiday_changelist"),
        )
    ]


def notice_is_out(year: int) -> bool:
    return CalendarYear.objects.filter(year=year, status=CalendarYear.Status.PUBLISHED).exists()


def duties(today: date) -> Card:
    ending = Officer.objects.serving(today).filter(valid_until__lte=today + timedelta(days=WARNING_DAYS))
    return Card(
        _("Duties about to end"),
        bounded(ending),
        reverse("control:organizations_officer_changelist"),
        hint=_("within %(days)d days") % {"days": WARNING_DAYS},
    )


def certificates(today: date) -> Card:
    ending = Certificate.objects.valid_on(today).filter(valid_until__lte=today + timedelta(days=WARNING_DAYS))
    return Card(
        _("Certificates about to end"),
        bounded(ending),
        reverse("control:organizations_certificate_changelist"),
        hint=_("within %(days)d days; nobody acts on an expired one") % {"days": WARNING_DAYS},
    )


def blocked() -> Card:
    attempts = LoginAttempt.objects.filter(
        count__gte=settings.LOGIN_ATTEMPTS_PER_NAME, window_ends_at__gt=timezone.now()
    )
    return Card(
        _("Blocked sign-ins"),
        bounded(attempts),
        reverse("control:organizations_user_changelist"),
        tone="warning",
        hint=_("free again after %(minutes)d minutes") % {"minutes": settings.LOGIN_WINDOW_MINUTES},
    )


def templates(officer: Officer) -> Card:
    """What was begun and is not in force; the list shows what is."""
    drafts = DocumentTemplate.objects.visible_to(officer).filter(valid_from=None)
    return Card(
        _("Templates of documents"), bounded(drafts), reverse("casework:templates"), hint=_("new versions not in force")
    )
