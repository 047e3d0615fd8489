"""Receipts that come back in a package: checked whole, entered by the verbs and forms of the pages, or not at all."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import PurePath
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.errors import Refused
from casework.transactions import one_transaction
from casework.verbs import perform
from organizations.models import Officer
from referrals.models import AuthorityReach, Delivery, ImportedPackage, Referral
from referrals.offices import office_itself
from referrals.packages.sealed import BadPackage, Package, peek, unpack
from referrals.verbs import VERBS

# What an office may say by a package, in the words of the verbs.
ACTS = ("acknowledge", "return_referral", "ask", "accept", "complete")
MOST_ACTS = 20
WORDS = {
    "damaged": gettext_lazy("The package is damaged or is none of ours."),
    "too_large": gettext_lazy("The package is larger than a package may be."),
    "foreign": gettext_lazy("The seal does not fit: the package does not come from this authority, or was changed."),
    "changed": gettext_lazy("A file of the package is not the one that was sealed."),
}


@one_transaction
def import_receipts(*, by: Officer, at: datetime, content: bytes) -> ImportedPackage:
    """Enter what an office has written back. Raises Refused with nothing entered.

    A package taken in before is refused: nothing happens twice.
    """
    try:
        delivery, package = opened(content, by)
        acts, number = acts_of(package), uuid_in(package.manifest.get("id"))
    except BadPackage as error:
        raise Refused(str(WORDS[error.code])) from error
    referral = delivery.referral
    if referral.sent_at is None:
        raise Refused(_("Please record first that the package was handed over."))
    row = keep_once(referral, number, content, acts, by=by, at=at)
    for act in acts:
        enter(referral, act, package, by=office_itself(referral.authority), at=at)
    return row


def opened(content: bytes, by: Officer) -> tuple[Delivery, Package]:
    """The delivery it answers, within the officer's scope, and the package under that authority's key."""
    claimed = uuid_in(peek(content).get("answers"))
    mine = Referral.objects.visible_to(by)
    rows = Delivery.objects.filter(message_id=claimed, referral__in=mine).select_related("referral__authority")
    delivery = rows.first()
    if delivery is None:
        raise Refused(_("The package answers no referral of this organisation."))
    reach = AuthorityReach.objects.filter(authority=delivery.referral.authority).first()
    package = unpack(content, reach.package_key if reach else "")
    if package.manifest.get("kind") != "receipts":
        raise Refused(_("This package holds no receipts. Please choose the one the authority gave back."))
    return delivery, package


def acts_of(package: Package) -> list[dict[str, Any]]:
    """Raises BadPackage for anything but a short list of known acts."""
    acts = package.read_json("receipts.json")
    if not isinstance(acts, list) or not 1 <= len(acts) <= MOST_ACTS:
        raise BadPackage("damaged")
    if not all(isinstance(act, dict) and act.get("act") in ACTS for act in acts):
        raise BadPackage("damaged")
    return acts


def keep_once(
    referral: Referral, number: UUID, content: bytes, acts: list[dict[str, Any]], *, by: Officer, at: datetime
) -> ImportedPackage:
    """The row that makes sure it is taken in once, however many do it at the same time."""
    key = {"authority": referral.authority, "package_id": number}
    more = {
        "sha256": hashlib.sha256(content).hexdigest(),
        "referral": referral,
        "acts": [act["act"] for act in acts],
        "at": at,
        "by": by,
    }
    row, is_new = ImportedPackage.objects.get_or_create(**key, defaults=more)
    if not is_new:
        raise Refused(_("This package was taken in before. Nothing was entered again."))
    return row


def enter(referral: Referral, act: dict[str, Any], package: Package, *, by: Officer, at: datetime) -> None:
    """One act, by its own form. Raises Refused with the form's words."""
    verb = VERBS.get(act["act"])
    referral.refresh_from_db()
    typed = {name: value for name, value in act.items() if isinstance(value, str) and name != "act"}
    form = verb.form(typed, MultiValueDict({"papers": papers_of(act, package)}), officer=by, file=referral, at=at)
    if not form.is_valid():
        label = referral.workflow.label(verb.name)
        found = [str(error) for errors in form.errors.values() for error in errors]
        raise Refused([f"{label}: {text}" for text in found])
    perform(verb, referral, by=by, at=at, **form.cleaned_data)


def papers_of(act: dict[str, Any], package: Package) -> list[SimpleUploadedFile]:
    """The papers an act names, under the titles the office gave them."""
    named = act.get("papers") or []
    if not isinstance(named, list):
        raise Refused(str(WORDS["damaged"]))
    found = []
    for paper in named:
        name = paper.get("file") if isinstance(paper, dict) else None
        if name not in package.files:
            raise Refused(str(WORDS["damaged"]))
        title = PurePath(str(paper.get("title") or name)).stem[:100] + PurePath(name).suffix
        found.append(SimpleUploadedFile(title, package.files[name]))
    return found


def uuid_in(value: Any) -> UUID:
    try:
        return UUID(str(value))
    except ValueError as error:
        raise BadPackage("damaged") from error
