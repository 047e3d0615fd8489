"""How far a referral is, in four states nobody should mix up: arrived, signed for, taken on, answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from casework import words
from referrals.models import Delivery, Referral, ReferralEvent

C = Referral.Channel
# What "arrived" means on each way, and what it does not mean.
ARRIVED: dict[str, Any] = {
    C.DESK: gettext_lazy("It lies on the authority's desk. Nobody there has signed for it yet."),
    C.EMAIL: gettext_lazy("The mail server took the mail with the link. Whether it was read is not known."),
    C.PACKAGE: gettext_lazy("The package was handed over, with proof of service."),
    C.PAPER: gettext_lazy("The letter was handed over, with proof of service."),
}
OTHERWISE = gettext_lazy("The authority's system took the message. Nobody there has signed for it yet.")
ACTS = ("delivered", "hand_over", "hand_over_on_paper", "acknowledge", "accept", "complete", "return_referral")
ACTS_IN = ("receive", "sign_in", "open_case", "take_on", "answer", "send_back")


@dataclass(frozen=True)
class Milestone:
    """One of the four states: whether it is reached, on which day, by whom, and what it means."""

    label: str
    on: date | None
    event: ReferralEvent | None
    meaning: str
    tone: str = "success"

    @property
    def status(self) -> str:
        return "done" if self.on else "next"


def milestones(referral: Referral) -> list[Milestone]:
    """The four in their order; a return stands where taking on would have stood."""
    if referral.is_incoming:
        return received(referral)
    acts = {event.verb: event for event in referral.events.for_timeline().filter(verb__in=ACTS)}
    arrived = acts.get("delivered") or acts.get("hand_over") or acts.get("hand_over_on_paper")
    meaning = str(ARRIVED.get(referral.channel, OTHERWISE))
    signed = _("The authority has it in hand. That is a receipt and no decision.")
    return [
        Milestone(pgettext("how far a referral is", "Arrived"), referral.sent_on, arrived, meaning),
        Milestone(pgettext("how far a referral is", "Signed for"), referral.acked_on, acts.get("acknowledge"), signed),
        decision(referral, acts),
        result(referral, acts),
    ]


def received(referral: Referral) -> list[Milestone]:
    """The four of what an authority laid before the union: it is the union that signs, decides and answers."""
    acts = {event.verb: event for event in referral.events.for_timeline().filter(verb__in=ACTS_IN)}
    signing = acts.get("sign_in") or acts.get("open_case")
    number = referral.case.number if referral.case else referral.number
    taken = _("The union handles it under its number %(number)s.") % {"number": number or referral.number}
    open_words = _("The union decides whether it handles the matter.")
    return [
        Milestone(
            pgettext("how far a referral is", "Arrived"),
            referral.sent_on,
            acts.get("receive"),
            _("It came from the authority. The periods run from this day."),
        ),
        Milestone(
            pgettext("how far a referral is", "Signed for"),
            referral.acked_on,
            signing,
            _("Somebody of the union has it in hand. That is a receipt and no decision."),
        ),
        sent_back(referral, acts["send_back"])
        if "send_back" in acts
        else Milestone(
            pgettext("how far a referral is", "Taken on"),
            referral.decided_on,
            acts.get("take_on"),
            taken if referral.decided_on else open_words,
        ),
        Milestone(
            pgettext("how far a referral is", "Answered"),
            referral.result_on,
            acts.get("answer"),
            referral.result_label or _("The union tells the sender what came of it."),
        ),
    ]


def sent_back(referral: Referral, returned: ReferralEvent) -> Milestone:
    label, reason = pgettext("how far a referral is", "Sent back"), referral.get_returned_code_display()
    return Milestone(label, timezone.localdate(returned.at), returned, reason, "danger")


def decision(referral: Referral, acts: dict[str, ReferralEvent]) -> Milestone:
    if returned := acts.get("return_referral"):
        return sent_back(referral, returned)
    meaning = _("The authority handles it under its own number %(number)s.") % {"number": referral.external_no}
    open_words = _("The authority decides whether it handles the matter.")
    return Milestone(
        pgettext("how far a referral is", "Taken on"),
        referral.decided_on,
        acts.get("accept"),
        meaning if referral.decided_on else open_words,
    )


def result(referral: Referral, acts: dict[str, ReferralEvent]) -> Milestone:
    meaning = referral.result_label or _("The authority tells what came of it.")
    return Milestone(
        pgettext("how far a referral is", "Answer received"), referral.result_on, acts.get("complete"), meaning
    )


def summary(referral: Referral) -> str:
    """The same in one line, for the page of the file it came from. Reads nothing but the row."""
    rows = [
        (pgettext("how far a referral is", "Arrived"), referral.sent_on),
        (pgettext("how far a referral is", "Signed for"), referral.acked_on),
        (pgettext("how far a referral is", "Taken on"), referral.decided_on),
        (pgettext("how far a referral is", "Answer received"), referral.result_on),
    ]
    parts = [f"{label} {day:%Y-%m-%d}" if day else f"{label} {words.NOTHING}" for label, day in rows]
    if referral.returned_code:
        parts.append(_("Returned because: %(reason)s") % {"reason": referral.get_returned_code_display()})
    return " · ".join(parts)


def order_of(referral: Referral) -> list[str]:
    """Whose message of the same case it waits for, and how many wait for its own. In words, as both may be of unions
    whose files the reader may not open: what is told is which union to ring, and no number.
    """
    found = []
    for earlier in Delivery.objects.in_front_of(referral).select_related("referral__org").order_by("pk")[:3]:
        about = {"org": earlier.referral.org, "day": timezone.localdate(earlier.queued_at)}
        found.append(
            _(
                "It waits behind an earlier message of the same case, queued by %(org)s on %(day)s and not delivered. "
                "The liaison officer there can deliver it, withdraw it, or let later messages pass."
            )
            % about
        )
    waiting = Delivery.objects.waiting_behind(referral)
    if count := waiting.count():
        orgs = waiting.order_by().values_list("referral__org__name", flat=True).distinct()[:5]
        words = _("%(count)d later messages of the same case wait for this one, of: %(orgs)s.")
        found.append(words % {"count": count, "orgs": "、".join(orgs)})
    return found
