"""Verbs on the lists people keep, and the sign of life of an open page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from casework.errors import Refused
from casework.models import ListColumns, Presence, SavedView
from casework.transactions import one_transaction
from organizations.models import Officer

MOST_VIEWS = 30
FORGOTTEN_AFTER = timedelta(days=1)


@one_transaction
def save_view(officer: Officer, page: str, *, name: str, query: str, shared: bool = False) -> SavedView:
    """Keep a list under a name; the same name again keeps the new filters. Raises Refused past the thirtieth view."""
    own = SavedView.objects.owned_by(officer).filter(page=page)
    if not own.filter(name=name).exists() and own.count() >= MOST_VIEWS:
        raise Refused(
            _("You have %(count)d saved views already. Remove one you no longer use.") % {"count": MOST_VIEWS}
        )
    kept = {"query": query, "shared": shared, "org": officer.org}
    view, _new = SavedView.objects.update_or_create(owner=officer, page=page, name=name, defaults=kept)
    return view


def drop_view(officer: Officer, pk: int) -> None:
    """Remove one's own view; another person's stays. Raises DoesNotExist."""
    SavedView.objects.owned_by(officer).get(pk=pk).delete()


def choose_columns(officer: Officer, page: str, columns: Iterable[str]) -> None:
    ListColumns.objects.update_or_create(user=officer.user, page=page, defaults={"columns": list(columns)})


def be_present(officer: Officer, key: str, at: datetime) -> None:
    """The page of a file is open now. One statement for most calls, and nothing for anybody to clean up."""
    if not Presence.objects.filter(officer=officer, key=key).update(seen_at=at):
        Presence.objects.get_or_create(officer=officer, key=key, defaults={"since": at, "seen_at": at})


def forget_absent(at: datetime) -> None:
    Presence.objects.filter(seen_at__lt=at - FORGOTTEN_AFTER).delete()
