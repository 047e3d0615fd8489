"""Reasons to refuse a step on a document, in the words of the officer who asks."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import Field, Model
from django.utils import formats
from django.utils.translation import gettext as _

from casework.calendars import calendar_of
from casework.deadlines import due_day, policy
from casework.models import DeadlineRule
from casework.periods import Unit, days_left
from casework.workflow import Act, Guard
from supervision.models import Investigator, SupervisionDocument
from supervision.querysets import RUNNING

Kind = SupervisionDocument.Kind
Fate = SupervisionDocument.Fate


def shown(day: Any) -> str:
    return str(formats.date_format(day, "Y-m-d"))


def belongs_to_kind(verb: str) -> Guard:
    """The step exists for this kind of document."""

    def guard(document: SupervisionDocument, act: Act) -> str:
        if document.rules.has(verb, document.audience):
            return ""
        return _("A document of this kind does not have this step.")

    return guard


# --- creation: the ladder ---------------------------------------------------------------------------------------------


def matter_is_open(document: Any, act: Act) -> str:
    return "" if document.matter.state == "open" else _("The supervision matter is closed.")


def level_may_issue(document: SupervisionDocument, act: Act) -> str:
    """A grassroots union asks the county federation to recommend (Zhejiang supervision regulation art. 23)."""
    if document.org.level in document.rules.issuer_levels:
        return ""
    return _("Only a federation from county level up may issue this document. Please ask the county federation.")


def nothing_else_runs(document: SupervisionDocument, act: Act) -> str:
    """One step of the ladder after the other: the chain waits for the document under way."""
    running = document.matter.documents.running().exclude(pk=document.pk).filter(audience="targeted").first()
    if running is None or document.is_public:
        return ""
    if running.state == "awaiting_reply" and running.due_on:
        words = _("%(document)s is still awaiting its reply, until %(day)s.")
        return words % {"document": running, "day": shown(running.due_on)}
    words = _("%(document)s is still under way (%(state)s).")
    return words % {"document": running, "state": running.get_state_display()}


def ladder_is_climbed(document: SupervisionDocument, act: Act) -> str:
    """The earlier document failed, or the reason for skipping it is on record and the province allows that."""
    before = document.rules.after
    if not before or has_failed(document, before):
        return ""
    if not policy("ladder_stage_may_be_skipped", document, act.today):
        return no_earlier_document(before)
    return "" if document.waiver_reason.strip() else no_earlier_document(before) + " " + waiver_words()


def has_failed(document: SupervisionDocument, kind: str) -> bool:
    return bool(document.matter.documents.filter(kind=kind, state="escalated").exists())


def no_earlier_document(before: str) -> str:
    if before == Kind.REMINDER_LETTER:
        return _("An opinion follows a reminder letter that was not answered in time or not acted on.")
    return _("A recommendation follows an opinion that was refused, not answered in time or not acted on.")


def waiver_words() -> str:
    return _("To skip that document, please enter the reason.")


# --- drafting and signing ---------------------------------------------------------------------------------------------


def text_is_complete(document: SupervisionDocument, act: Act) -> str:
    missing = missing_labels(document)
    return _("Still missing: %(fields)s.") % {"fields": _(", ").join(missing)} if missing else ""


def season_lasts(document: SupervisionDocument, act: Act) -> str:
    """A public letter is not issued for a time that is over."""
    if not document.is_over(act.today):
        return ""
    return _("It was to be valid until %(day)s, which has passed.") % {"day": shown(document.valid_until)}


def missing_labels(document: SupervisionDocument) -> list[str]:
    return [label_of(document, name) for name in missing_fields(document)]


def label_of(row: Model, name: str) -> str:
    """The name of a field as the officer reads it."""
    field = row._meta.get_field(name)
    assert isinstance(field, Field)
    return str(field.verbose_name)


def missing_fields(document: SupervisionDocument) -> list[str]:
    """Fields the text cannot do without, empty as yet."""
    needed = ["facts", "legal_basis", "demands", "contact_name", "contact_phone"]
    needed.append("public_addressee" if document.is_public else "addressee_address")
    return [name for name in needed if not getattr(document, name).strip()]


def investigated(document: SupervisionDocument, act: Act) -> str:
    """Two supervisors or more with valid certificates (Zhejiang supervision regulation art. 13)."""
    if not document.rules.needs_investigation:
        return ""
    least = policy("document_investigators_min", document, act.today)
    if certified_investigators(document, act) >= least:
        return ""
    words = _("An investigation by at least %(count)d supervisors with valid certificates must be on record.")
    return words % {"count": least}


def certified_investigators(document: SupervisionDocument, act: Act) -> int:
    """People, not duties; whoever has withdrawn does not count, whatever was found before."""
    rows = Investigator.objects.filter(investigation__matter=document.matter_id).certified_on(act.today)
    rows = rows.exclude(officer__user__in=document.matter.recused)
    return rows.values("officer__user").distinct().count()


def no_interest(document: SupervisionDocument, act: Act) -> str:
    return "" if document.no_conflict else _("Please confirm that nobody who drafts or investigates has an interest.")


def signs_for_own_union(document: SupervisionDocument, act: Act) -> str:
    return "" if act.by.org_id == document.org_id else _("Only the issuing union itself may take this step.")


def did_not_draft(document: SupervisionDocument, act: Act) -> str:
    """Four eyes: whoever wrote the text, in whatever duty, does not pass it."""
    wrote = document.drafter.user_id == act.by.user_id
    wrote = wrote or document.events.filter(verb__in=["create", "edit"], by__user=act.by.user_id).exists()
    return _("Whoever drafted the document may not review or sign it.") if wrote else ""


def may_sign(document: SupervisionDocument, act: Act) -> str:
    if act.by.duty in document.rules.signing_duties(document.org, act.today):
        return ""
    return _("A document of this kind is signed by the chair or a vice-chair of the union.")


def not_yet_endorsed(document: SupervisionDocument, act: Act) -> str:
    return _("The review is already on record.") if document.endorsed_by_id else ""


def is_sealed(document: SupervisionDocument, act: Act) -> str:
    """What leaves the house carries the seal (templates of the federation; GB/T 9704)."""
    return "" if document.is_sealed else _("The seal is not on yet.")


def not_yet_sealed(document: SupervisionDocument, act: Act) -> str:
    return _("The seal is on already.") if document.is_sealed else ""


# --- service and reply ------------------------------------------------------------------------------------------------


def refusal_is_proved(document: SupervisionDocument, act: Act) -> str:
    if document.service_attempts.filter(outcome="refused_left").exists():
        return ""
    return _("The refusal must be on record with its proof.")


def service_is_dated(document: SupervisionDocument, act: Act) -> str:
    """The reply clock starts with the day of service and with nothing else."""
    served = document.service_attempts.filter(served_on=document.served_on).exclude(proofs=None)
    return "" if document.served_on and served.exists() else _("The day and the proof of service are missing.")


def reply_is_overdue(document: SupervisionDocument, act: Act) -> str:
    """Silence is a ground only when the last day has passed, not a day earlier."""
    due_on = due_day(document, document.rules.reply_rule)
    if due_on is None or act.today > due_on:
        return ""
    words = _("The reply is due on %(due)s. The next document is possible from %(first)s on, not a day earlier.")
    return words % {"due": shown(due_on), "first": shown(due_on + timedelta(days=1))}


def correction_is_overdue(document: SupervisionDocument, act: Act) -> str:
    if document.rectify_by is None or act.today > document.rectify_by:
        return ""
    words = _("The correction is due on %(due)s. It can be found missing from %(first)s on.")
    return words % {"due": shown(document.rectify_by), "first": shown(document.rectify_by + timedelta(days=1))}


def objection_was_made(document: SupervisionDocument, act: Act) -> str:
    made = document.replies.filter(stance__in=["objected", "refused", "partly"]).exists()
    return "" if made else _("The employer raised no objection.")


def withdrawal_is_served(document: SupervisionDocument, act: Act) -> str:
    if document.served_on is None or document.withdrawal_served_on:
        return ""
    return _("The document was served. Please serve a withdrawal notice and enter the day.")


def reminder_is_due(document: SupervisionDocument, act: Act) -> str:
    """Once, when no more working days are left than the rule for reminders says."""
    if document.due_on is None or document.due_on < act.today:
        return _("No period is running.")
    rule = DeadlineRule.objects.in_force("document.remind", act.today, document.org.region)
    left = days_left(act.today, document.due_on, calendar_of(document.org.region, act.today), Unit.WORKING)
    if left > rule.length or document.events.filter(verb="remind").exists():
        return _("No reminder is due today.")
    return ""


# --- matters ----------------------------------------------------------------------------------------------------------


def nothing_runs(matter: Any, act: Act) -> str:
    running = matter.documents.filter(state__in=RUNNING).first()
    if running is None:
        return ""
    words = _("%(document)s is still under way (%(state)s).")
    return words % {"document": running, "state": running.get_state_display()}


def partners_answered(matter: Any, act: Act) -> str:
    """Each partner's document is answered, or closed with the reason why no answer is awaited."""
    open_one = matter.partner_documents.open().first()
    return _("%(document)s is still under way.") % {"document": open_one} if open_one else ""


def address_is_confirmed(matter: Any, act: Act) -> str:
    held = matter.address_confirmations.in_force(act.today).exists()
    return "" if held else _("No confirmed electronic address is on record.")


def partner_is_overdue(document: Any, act: Act) -> str:
    if document.due_on and act.today > document.due_on:
        return ""
    return _("The time to reply has not passed yet.")
