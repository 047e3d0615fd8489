"""The closed lists a case is described with."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    APPLIED = "applied", _("Applied for")
    AWAITING_SUPPLEMENT = "awaiting_supplement", _("Papers awaited")
    ACCEPTED = "accepted", _("Accepted")
    ASSIGNED = "assigned", _("Mediator assigned")
    MEDIATING = "mediating", _("In mediation")
    SUSPENDED = "suspended", _("Mediation suspended")
    CONCLUDED = "concluded", _("Concluded")
    PERFORMING = "performing", _("Being performed")
    CLOSED_OUT = "closed_out", _("Closed")
    ARCHIVED = "archived", _("Archived")
    DECLINED = "declined", _("Not accepted")


class Urgency(models.IntegerChoices):
    """How soon somebody must see to a case, whatever its days: a list shows the highest first."""

    ORDINARY = 0, _("Ordinary")
    RAISED = 1, _("Raised risk")
    URGENT = 2, _("Urgent")


class Outcome(models.TextChoices):
    AGREED = "agreed", _("Agreement reached")
    RECONCILED = "reconciled", _("Settled by the parties themselves")
    FAILED = "failed", _("No agreement")
    WITHDRAWN = "withdrawn", _("Application withdrawn")
    TERMINATED = "terminated", _("Terminated")
    TRANSFERRED = "transferred", _("Passed to another body")


class Origin(models.TextChoices):
    WALK_IN = "walk_in", _("In person")
    HOTLINE = "hotline", _("Hotline 12351")
    ONLINE = "online", _("Online")
    HR = "hr", _("HR and social security office")
    COURT_ASSIGNED = "court_assigned", _("Court, before docketing")
    COURT_ENTRUSTED = "court_entrusted", _("Court, after docketing")
    OTHER = "other", _("Another way")


class Procedure(models.TextChoices):
    """The court's procedure: a case entrusted after docketing has 15 days in the ordinary, 7 in the summary one."""

    ORDINARY = "ordinary", _("Ordinary procedure")
    SUMMARY = "summary", _("Summary procedure")


class LegalGround(models.TextChoices):
    """What the law calls a labour dispute (Mediation and Arbitration Law art. 2)."""

    RELATION = "relation", _("Existence of the labour relation")
    CONTRACT = "contract", _("Conclusion, performance, change or end of the contract")
    LEAVING = "leaving", _("Removal, dismissal, resignation or leaving")
    CONDITIONS = "conditions", _("Working time, rest, social insurance, welfare, training or protection")
    PAY = "pay", _("Pay, injury medical costs, compensation or damages")
    OTHER_LAW = "other_law", _("Other disputes named by law")
    CIVIL = "civil", _("Civil dispute of a platform worker without labour relation")


class EndReason(models.TextChoices):
    NO_COMMON_GROUND = "no_common_ground", _("The positions stayed too far apart")
    TIME_OVER = "time_over", _("The time limit has passed")
    ABSENT = "absent", _("A party did not appear")
    REFUSAL = "refusal", _("A party refuses mediation")
    UNREACHABLE = "unreachable", _("A party cannot be reached")
    DEATH = "death", _("A party has died or ceased to exist")
    SHAM = "sham", _("Sham mediation is suspected")
    OUT_OF_SCOPE = "out_of_scope", _("Not a labour dispute by law")
    PENDING = "pending", _("Decided or pending before arbitration or a court")
    ELSEWHERE = "elsewhere", _("Another mediation organisation is in charge")
    INCOMPLETE = "incomplete", _("The papers asked for did not come")
    OTHER = "other", _("Other reason")


class Advice(models.TextChoices):
    """The way shown to the parties when mediation ends without agreement (People's Mediation Law art. 26)."""

    ARBITRATION = "arbitration", _("Apply for labour arbitration")
    INSPECTION = "inspection", _("Complain to the labour inspection")
    LEGAL_AID = "legal_aid", _("Apply for legal aid")
    LAWSUIT = "lawsuit", _("Sue in court")
    SUPERVISION = "supervision", _("Have the union supervise the employer")


class Callback(models.TextChoices):
    SATISFIED = "satisfied", _("Reached, satisfied")
    DISSATISFIED = "dissatisfied", _("Reached, not satisfied")
    NOT_REACHED = "not_reached", _("Not reached")
