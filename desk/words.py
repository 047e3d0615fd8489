"""What each duty's home page is called, says when nothing waits, and offers to begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from organizations.models import Duty


@dataclass(frozen=True)
class Way:
    """A link that leads on: its words and the name of its page."""

    label: Any
    page: str


@dataclass(frozen=True)
class Words:
    """The heading, the empty worklist with the way that leads on from it, and what can be begun."""

    heading: Any
    empty: Any
    hint: Any
    way: Way
    begin: Way | None = None


ALL_CASES = Way(_("All cases"), "disputes:cases")
ALL_DOCUMENTS = Way(_("All letters and documents"), "supervision:documents")
ALL_ORDERS = Way(_("All work orders"), "hotline:work-orders")

WORDS: dict[str, Words] = {
    Duty.HOTLINE_OPERATOR: Words(
        _("Call desk"),
        _("Nothing waits for you today"),
        _("A matter that came another way, by a visit or a message, is registered like a call."),
        Way(_("All calls"), "hotline:calls"),
        Way(_("Register a call"), "hotline:calls-new"),
    ),
    Duty.DUTY_LEADER: Words(
        _("Duty desk"),
        _("No work order waits for you"),
        _("An order appears here as soon as a call is handed on."),
        ALL_ORDERS,
    ),
    Duty.CASE_OFFICER: Words(
        _("My work"),
        _("No application waits for a decision"),
        _("New applications and work orders handed to your office appear here, the most urgent first."),
        ALL_CASES,
        Way(_("Register an application"), "disputes:cases-new"),
    ),
    Duty.MEDIATOR: Words(
        _("My work"),
        _("No case is in your hands"),
        _(
            "Ask the case officer in charge for an assignment. After it: hold the first meeting and read the rights "
            "out, put the agreement in writing or note why there is none, then watch over its performance."
        ),
        ALL_CASES,
    ),
    Duty.SUPERVISOR: Words(
        _("Documents in hand"),
        _("No letter or document waits for you"),
        _("Drafts, letters awaiting a reply and documents sent back to you appear here."),
        ALL_DOCUMENTS,
        Way(_("Open a matter"), "supervision:matters-new"),
    ),
    Duty.COMMITTEE_DIRECTOR: Words(
        _("For review"),
        _("No letter or document waits for your review"),
        _("Reminder letters, opinions and recommendations appear here when they are submitted."),
        ALL_DOCUMENTS,
    ),
    Duty.SIGNATORY: Words(
        _("For signature"),
        _("Nothing waits for your signature"),
        _("Documents and referrals that have passed review appear here."),
        ALL_DOCUMENTS,
    ),
    Duty.LIAISON: Words(
        _("Referrals in hand"),
        _("No referral waits for you"),
        _("Referrals to be sent, unacknowledged ones and answers of the authorities appear here."),
        Way(_("All referrals"), "referrals:referrals"),
    ),
    Duty.QUALITY_INSPECTOR: Words(
        _("Quality inspection"),
        _("No work order waits for inspection"),
        _("Orders appear here when their call-back is done."),
        ALL_ORDERS,
    ),
    Duty.STATISTICIAN: Words(
        _("Figures"),
        _("No figure waits for you"),
        _("The figures of any period are counted from the files at the moment you ask."),
        Way(_("To the reports"), "reports:indicators"),
    ),
    Duty.ARCHIVIST: Words(
        _("Archive"),
        _("No case waits for the archive"),
        _("Closed cases appear here when their papers can be taken over."),
        ALL_CASES,
    ),
    Duty.AUDITOR: Words(
        _("Audit"),
        _("The pages of the audit are still to come"),
        _(
            "They will be part of a later version. Every act on every file is already recorded with person and time, "
            "and no record can be changed afterwards; until then the office in charge shows you the history of a file."
        ),
        Way(_("My account"), "organizations:account"),
    ),
    Duty.SYSTEM_ADMIN: Words(
        _("Administration of the system"),
        _("No task waits for you"),
        _("Organisations, people, duties, rules and calendars are kept in the administration."),
        Way(_("To the administration"), "control:index"),
    ),
    Duty.AUTHORITY_OFFICER: Words(
        _("To be acknowledged"),
        _("No referral waits for your acknowledgement"),
        _("Referrals of the unions to your office appear here as soon as they arrive."),
        Way(_("All received referrals"), "referrals:inbox"),
    ),
}
