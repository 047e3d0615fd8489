"""Where the three documents differ. Everything else is the same for all of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from casework.models import Policy
from organizations.models import Authority, UnionOrg
from supervision.models import SupervisionDocument

Kind = SupervisionDocument.Kind
State = SupervisionDocument.State
ALL_LEVELS = frozenset(UnionOrg.Level)
AUTHORITY_STEPS = frozenset({"docket", "decline_docket", "record_result"})
EMPLOYER_STEPS = frozenset({"reply", "accept_reply", "reject_reply", "uphold_objection", "verify", "verify_failed"})
SERVICE_STEPS = frozenset(
    {
        "dispatch",
        "redispatch",
        "record_service",
        "record_service_failure",
        "correct_service",
        "escalate",
        "remind",
        "record_late_reply",
        "record_recovery",
        "correct_recovery",
    }
)


@dataclass(frozen=True)
class KindRules:
    """One document. `after` is the kind that must have failed before (or a waiver says why it is skipped)."""

    kind: str
    issuer_levels: Collection[str]
    to_authority: bool
    reply_rule: str
    template: str
    after: str
    needs_investigation: bool
    missing_steps: frozenset[str]
    copies: Collection[str]

    @property
    def series(self) -> str:
        """The running number has one series for each kind."""
        return self.kind

    def proposed_copies(self, org: UnionOrg) -> list[str]:
        """Who usually gets a copy, for the drafter to confirm."""
        office = Authority.objects.in_charge(Authority.Kind.HR, org.region)
        known = {"superior": org.parent and org.parent.name, "hr": office and office.name}
        return [name for who in self.copies if (name := known[who])]

    def has(self, verb: str, audience: str) -> bool:
        """Whether the step exists for this document at all."""
        if audience == SupervisionDocument.Audience.PUBLIC:
            return verb not in SERVICE_STEPS | EMPLOYER_STEPS | self.missing_steps
        return verb != "publish" and verb not in self.missing_steps

    def signing_duties(self, org: UnionOrg, on: date) -> list[str]:
        """Who may sign: a setting of the federation (after Zhejiang supervision regulation art. 21)."""
        found: list[str] = Policy.objects.value_of("document_signing_duties", org.region, on)[self.kind]
        return found


# kind, issued by, to an authority, reply period, text, follows, investigated, steps it does not have, copies
KINDS = {
    rules.kind: rules
    for rules in (
        KindRules(
            kind=Kind.REMINDER_LETTER,
            issuer_levels=ALL_LEVELS,
            to_authority=False,
            reply_rule="letter.reply",
            template="supervision.reminder_letter",
            after="",
            needs_investigation=False,
            missing_steps=AUTHORITY_STEPS | {"record_refusal"},
            copies=("superior", "hr"),
        ),
        KindRules(
            kind=Kind.OPINION,
            issuer_levels=ALL_LEVELS,
            to_authority=False,
            reply_rule="opinion.reply",
            template="supervision.opinion",
            after=Kind.REMINDER_LETTER,
            needs_investigation=True,
            missing_steps=AUTHORITY_STEPS,
            copies=("superior", "hr"),
        ),
        KindRules(
            kind=Kind.RECOMMENDATION,
            issuer_levels=frozenset(
                {UnionOrg.Level.NATIONAL, UnionOrg.Level.PROVINCE, UnionOrg.Level.PREFECTURE, UnionOrg.Level.COUNTY}
            ),
            to_authority=True,
            reply_rule="recommendation.docket",
            template="supervision.recommendation",
            after=Kind.OPINION,
            needs_investigation=True,
            missing_steps=EMPLOYER_STEPS | {"record_refusal"},
            copies=("superior",),  # the procuratorate only where special groups are concerned: for a person to add
        ),
    )
}


def following(kind: str) -> str:
    """The next document of the ladder; none after the last."""
    return next((rules.kind for rules in KINDS.values() if rules.after == kind), "")
