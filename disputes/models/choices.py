"""The closed lists a case is described with."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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
    MERGED = "merged", _("Merged into another case")


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
    NONE = "none", _("None of the matters named by law")


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


class Manner(models.TextChoices):
    """An oral application is recorded on the spot (Mediation and Arbitration Law art. 12)."""

    WRITTEN = "written", _("In writing")
    ORAL = "oral", _("Told, and recorded on the spot")


class Exclusion(models.TextChoices):
    """What the courts do not take as a labour dispute (Supreme Court interpretation (1) on labour disputes art. 2)."""

    INSURANCE_BENEFITS = "insurance_benefits", _("Benefits claimed from the social insurance agency")
    HOUSING_REFORM = "housing_reform", _("Sale of housing in the housing reform")
    MEDICAL_FINDING = "medical_finding", _("Objection to a finding of disability or of an occupational disease")
    DOMESTIC_WORKER = "domestic_worker", _("Family or person and domestic worker")
    CRAFTSMAN = "craftsman", _("Craftsman and assistant or apprentice")
    FARMING = "farming", _("Farming household and hired hand")


class Side(models.TextChoices):
    APPLICANT = "applicant", _("Applicant")
    RESPONDENT = "respondent", _("Respondent")


class Capacity(models.TextChoices):
    """In which capacity a unit answers: on building sites and in dispatched work several do together."""

    EMPLOYER = "employer", _("Employing unit")
    GENERAL_CONTRACTOR = "general_contractor", _("General contractor")
    SUBCONTRACTOR = "subcontractor", _("Subcontractor")
    DISPATCHING_UNIT = "dispatching_unit", _("Labour dispatch unit")
    USER_UNIT = "user_unit", _("Unit using dispatched workers")
    PLATFORM = "platform", _("Platform or its partner")
    OTHER_UNIT = "other_unit", _("Other unit")


class Roster(models.TextChoices):
    """Who keeps the roster a mediator stands on."""

    UNION = "union", _("Trade union")
    COURT = "court", _("Court, invited mediators")
    HR = "hr", pgettext_lazy("roster", "HR and social security office")
    JUSTICE = "justice", pgettext_lazy("roster", "Justice bureau")


class Language(models.TextChoices):
    """Languages spoken in Yunnan besides standard Chinese (ISO 639)."""

    YI = "ii", _("Yi")
    BAI = "bca", _("Bai")
    HANI = "hni", _("Hani")
    DAI = "tdd", _("Dai")
    ZHUANG = "za", _("Zhuang")
    MIAO = "hmn", _("Miao")
    LISU = "lis", _("Lisu")
    LAHU = "lhu", _("Lahu")
    WA = "prk", _("Wa")
    NAXI = "nxq", _("Naxi")
    YAO = "ium", _("Yao")
    JINGPO = "kac", _("Jingpo")
    TIBETAN = "bo", _("Tibetan")
    SIGN = "csl", _("Sign language")


class ChosenBy(models.TextChoices):
    ORGANISATION = "organisation", _("The organisation")
    PARTIES = "parties", _("Both parties, from the roster")


class PauseCause(models.TextChoices):
    """What the clock stands still for."""

    APPRAISAL = "appraisal", _("Appraisal")
    INJURY = "injury", _("Decision on a work injury")
    OTHER_CASE = "other_case", _("Result of another case")
    AGREED = "agreed", _("Agreed by both parties")
    OTHER = "other", pgettext_lazy("cause", "Other cause")


class NotHeld(models.TextChoices):
    """Why a meeting did not take place."""

    APPLICANT_ABSENT = "applicant_absent", _("The applicant did not come")
    RESPONDENT_ABSENT = "respondent_absent", _("The respondent did not come")
    ASKED = "asked", _("A party asked for another day")
    MEDIATOR = "mediator", _("The mediator could not come")
    OTHER = "other", _("Other reason")


class Presence(models.TextChoices):
    IN_PERSON = "in_person", _("Present")
    PROXY = "proxy", _("Represented in writing")
    ABSENT = "absent", _("Absent")


class ChosenRoute(models.TextChoices):
    """How the parties mean to make their agreement enforceable; only one way at a time."""

    NONE = "none", _("No further step")
    JUDICIAL_CONFIRMATION = "judicial_confirmation", _("Judicial confirmation")
    ARBITRAL_REVIEW = "arbitral_review", _("Arbitral review")


class RouteKind(models.TextChoices):
    """The ways after an agreement (Civil Procedure Law arts 205, 225, 250; Mediation and Arbitration Law art. 16)."""

    JUDICIAL_CONFIRMATION = "judicial_confirmation", _("Judicial confirmation")
    ARBITRAL_REVIEW = "arbitral_review", _("Arbitral review")
    PAYMENT_ORDER = "payment_order", _("Payment order")
    ENFORCEMENT = "enforcement", _("Enforcement")
    ARBITRATION = "arbitration", _("Arbitration")
    LAWSUIT = "lawsuit", _("Lawsuit")


class RouteState(models.TextChoices):
    PREPARED = "prepared", _("Being prepared")
    FILED = "filed", _("Filed")
    DOCKETED = "docketed", _("Docketed")
    ISSUED = "issued", _("Payment order issued")
    SERVED = "served", _("Payment order served")
    GRANTED = "granted", _("Granted (way)")
    REFUSED = "refused", _("Refused (way)")
    OBJECTED = "objected", _("Objected to")
    LAPSED = "lapsed", _("Lapsed")
    WITHDRAWN = "withdrawn", _("Withdrawn (way)")


class RetentionClass(models.TextChoices):
    """How long a file is kept: the keys of the setting `retention_years`."""

    CASE = "case", _("Ordinary case")
    GROUP = "group_case", _("Case of a group")
    CONFIRMED = "confirmed_case", _("Judicially confirmed case")


class Place(models.TextChoices):
    """The places of a case file, in the order of the file (rules on files of people's mediation, adapted).

    Cover, contents and back cover are made with the file itself.
    """

    APPLICATION = "application", _("Application, record of an oral one, or letter of the court")
    ACCEPTANCE = "acceptance", _("Notice of acceptance and slips of service")
    RIGHTS = "rights", _("Notice of rights and duties (place)")
    IDENTITY = "identity", _("Identity papers")
    REPRESENTATIVES = "representatives", _("Powers of proxies, list of representatives")
    EVIDENCE = "evidence", _("Evidence handed in")
    INVESTIGATION = "investigation", _("Record of an investigation")
    MINUTES = "minutes", _("Mediation records")
    AGREEMENT = "agreement", _("Agreement, or note of the end without one")
    PERFORMANCE = "performance", _("Proof of performance")
    CALLBACK = "callback", _("Record of the callback")
    CONFIRMATION = "confirmation", _("Papers of judicial confirmation or arbitral review")
    CLOSING = "closing_report", _("Closing report (place)")
    OTHER = "other", _("Other papers")
