"""The kinds of referral as data: who gets it, which clocks run, what it carries, how it may end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from organizations.models import Authority

if TYPE_CHECKING:
    from organizations.models import Officer


class ReferralKindQuerySet(models.QuerySet["ReferralKind"]):
    def visible_to(self, officer: Officer) -> Self:
        """The list of kinds is public: everybody signed in may read it."""
        return self.all()

    def outgoing(self) -> Self:
        """The kinds a union sends, its own legal aid included."""
        return self.exclude(direction=ReferralKind.Direction.IN)

    def incoming(self) -> Self:
        """The kinds a union receives."""
        return self.filter(direction__in=[ReferralKind.Direction.IN, ReferralKind.Direction.BOTH])


class ReferralKind(models.Model):
    """One row per kind of business with a partner. Periods are named by the code of their deadline rule.

    `fields` are what a referral of this kind tells besides facts and request, `papers` what goes with it, `shares`
    the only personal and other data of the file that may be passed on (Personal Information Protection Law art. 6),
    `grounds` the grounds for doing so. `outcome_rules` names a period that begins with an outcome.
    """

    class Direction(models.TextChoices):
        OUT = "out", _("Outgoing")
        IN = "in", _("Incoming")
        BOTH = "both", _("Both ways")
        INTERNAL = "internal", _("Within the union")

    class Start(models.TextChoices):
        SENT = "sent", _("The day it was sent")
        ACCEPTED = "accepted", _("The day the authority took it on")

    class Act(models.TextChoices):
        """What the union does with its file: keeps it, gives it away once it is taken on, or asks for advice."""

        KEEP = "keep", _("Refer and keep the file")
        TRANSFER = "transfer", _("Transfer: the file leaves when it is taken on")
        ADVICE = "advice", _("Ask for advice")

    code = models.CharField(_("code"), max_length=30, primary_key=True)
    label = models.CharField(_("name of the kind"), max_length=60)
    direction = models.CharField(_("direction"), max_length=8, choices=Direction.choices)
    authority_kind = models.CharField(_("addressee"), max_length=15, choices=Authority.Kind.choices, blank=True)
    acts = models.JSONField(_("acts possible, the usual one first"), default=list)
    ack_rule = models.CharField(_("period for signing"), max_length=50)
    urgent_ack_rule = models.CharField(_("period for signing, urgent"), max_length=50, blank=True)
    decision_rule = models.CharField(_("period for taking it on"), max_length=50, blank=True)
    result_rule = models.CharField(_("period for the result"), max_length=50)
    result_from = models.CharField(_("result counted from"), max_length=8, choices=Start.choices, default=Start.SENT)
    extension_rule = models.CharField(_("extension of the period for the result"), max_length=50, blank=True)
    feedback_rule = models.CharField(_("period for telling the union of a result"), max_length=50, blank=True)
    taken_on_rule = models.CharField(_("period that begins when the union takes it on"), max_length=50, blank=True)
    by_agreement = models.BooleanField(_("the day of the result may be agreed"), default=False)
    needs_approval = models.BooleanField(_("a leader approves it"), default=True)
    needs_papers = models.BooleanField(_("papers must go with it"), default=False)
    grounds = models.JSONField(_("grounds for passing personal data on"), default=list)
    basis = models.CharField(_("legal basis"), max_length=300, blank=True)
    shares = models.JSONField(_("data that may be passed on"), default=list)
    fields = models.JSONField(_("what is told besides"), default=list)
    papers = models.JSONField(_("papers (code, name, needed)"), default=list)
    outcomes = models.JSONField(_("outcomes (code and name)"), default=list)
    outcome_rules = models.JSONField(_("periods that begin with an outcome"), default=dict)
    origin = models.CharField(_("origin of the case it opens"), max_length=20, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = ReferralKindQuerySet.as_manager()

    class Meta:
        verbose_name = _("kind of referral")
        verbose_name_plural = _("kinds of referral")
        ordering = ("position", "code")

    def __str__(self) -> str:
        return self.label

    @property
    def usual_act(self) -> str:
        return str(self.acts[0]) if self.acts else self.Act.KEEP

    @property
    def required_papers(self) -> list[tuple[str, str]]:
        return [(code, label) for code, label, needed in self.papers if needed]

    @property
    def result_rules(self) -> set[str]:
        """The codes of all periods for the result: one kind has two, by the procedure of the court."""
        variants = [field["choices"] for field in self.fields if f"{{{field['code']}}}" in self.result_rule]
        if not variants:
            return {self.result_rule}
        return {self.result_rule.format(procedure=code) for code, _label in variants[0]}

    def result_rule_of(self, details: dict[str, Any]) -> str:
        """The code of the period for the result of a referral that tells these details."""
        return self.result_rule.format(procedure=details.get("procedure") or "ordinary")

    def outcome_label(self, code: str) -> str:
        """The name of an outcome; the code itself when the table no longer has it."""
        return str(dict(self.outcomes).get(code) or ADVICE.get(code, code))


# How a request for advice ends, whatever its kind.
ADVICE = {"advised": _("Advice given"), "no_advice": _("No advice given")}
