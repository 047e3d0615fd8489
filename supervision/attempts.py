"""What each way of service needs to be proved, and the earliest day it can have happened.

There is no rule of service for unions: the scheme is borrowed from the Civil Procedure Law, arts 87 to 95.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from django.utils.translation import gettext as _

from casework import deadlines
from casework.models import Blob
from supervision.guards import label_of, shown
from supervision.models import ServiceAttempt, SupervisionDocument

Method = ServiceAttempt.Method
Papers = Sequence[tuple[str, Blob]]
PICTURES = ("image/", "video/")
# What must be known of each way besides its proof.
PARTICULARS: dict[str, tuple[str, ...]] = {
    Method.DIRECT: ("received_by",),
    Method.LEFT: ("reason",),
    Method.POSTAL: ("tracking_no",),
    Method.ELECTRONIC: (),
    Method.PUBLIC_NOTICE: ("channel",),
}


def unproved(document: SupervisionDocument, attempt: ServiceAttempt, papers: Papers) -> list[str]:
    """Every reason why the attempt does not prove a service on its day, in words for the officer."""
    rules: list[Callable[[], str]] = [
        lambda: missing_particulars(attempt),
        lambda: not_witnessed(attempt, papers),
        lambda: not_consented(document, attempt),
        lambda: out_of_time(document, attempt),
    ]
    return [reason for rule in rules if (reason := rule())]


def missing_particulars(attempt: ServiceAttempt) -> str:
    fields = [label_of(attempt, name) for name in PARTICULARS[attempt.method] if not getattr(attempt, name).strip()]
    words = _("For “%(method)s” please enter: %(fields)s.")
    return words % {"method": attempt.get_method_display(), "fields": _(", ").join(fields)} if fields else ""


def not_witnessed(attempt: ServiceAttempt, papers: Papers) -> str:
    """Left service is witnessed by people, or by photographs or film of how it was done (art. 89)."""
    pictured = any(blob.content_type.startswith(PICTURES) for _title, blob in papers)
    if attempt.method != Method.LEFT or attempt.witness_names.strip() or pictured:
        return ""
    return _("A document that was left is proved by witnesses, or by photographs or film. Please enter one of them.")


def not_consented(document: SupervisionDocument, attempt: ServiceAttempt) -> str:
    """Electronic service needs the addressee's confirmation of the address, valid when it was sent (art. 90)."""
    if attempt.method != Method.ELECTRONIC or is_confirmed(document, attempt):
        return ""
    words = _("Electronic service needs an address the addressee confirmed in writing, valid on %(day)s.")
    return words % {"day": shown(attempt.sent_on)}


def is_confirmed(document: SupervisionDocument, attempt: ServiceAttempt) -> bool:
    rows = document.matter.address_confirmations.in_force(attempt.sent_on)
    return bool(attempt.confirmation_id and rows.filter(pk=attempt.confirmation_id).exists())


def out_of_time(document: SupervisionDocument, attempt: ServiceAttempt) -> str:
    """Served after it was sent; by public notice on the very day the notice has stood long enough (art. 95)."""
    assert attempt.served_on
    if attempt.method == Method.PUBLIC_NOTICE:
        day = noticed_on(document, attempt.sent_on)
        words = _("By this public notice it counts as served on %(day)s, no other day.")
        return "" if attempt.served_on == day else words % {"day": shown(day)}
    words = _("It cannot have been served in this way before %(day)s.")
    return words % {"day": shown(attempt.sent_on)} if attempt.served_on < attempt.sent_on else ""


def noticed_on(document: SupervisionDocument, published_on: date) -> date:
    """The day a public notice counts as service."""
    return deadlines.foresee(document.org.region, "service.public_notice", published_on)[1].due_on


def notice_is_last(document: SupervisionDocument, method: str, on: date) -> str:
    """A public notice is the last way, after another one failed, unless the province says otherwise."""
    if method != Method.PUBLIC_NOTICE or not deadlines.policy("public_notice_after_failure", document, on):
        return ""
    failed = document.service_attempts.filter(outcome=ServiceAttempt.Outcome.RETURNED).exists()
    return "" if failed else _("A public notice is possible only after another way of service has failed.")
