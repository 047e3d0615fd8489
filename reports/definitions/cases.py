"""The figures of dispute cases and of the ledger of losses recovered."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from reports import indicators as i
from reports.definitions.indicator import CASES, DAYS, PERCENT, PERSONS, YUAN, Indicator

CASE_FIGURES = [
    Indicator(i.accepted, pgettext_lazy("figure", "Accepted"), CASES, _("Cases accepted in the period.")),
    Indicator(
        i.opening_backlog,
        pgettext_lazy("figure", "Opening backlog"),
        CASES,
        _("Cases accepted before the period and not closed before it."),
    ),
    Indicator(
        i.concluded,
        pgettext_lazy("figure", "Concluded"),
        CASES,
        _("Cases closed in the period: agreed + reconciled + failed + terminated + withdrawn. Transferred apart."),
    ),
    Indicator(
        i.closing_backlog,
        pgettext_lazy("figure", "Closing backlog"),
        CASES,
        _("Opening backlog + accepted − concluded − transferred after acceptance."),
    ),
    Indicator(i.agreed, pgettext_lazy("figure", "Agreed"), CASES, _("Closed in the period with an agreement.")),
    Indicator(
        i.reconciled,
        pgettext_lazy("figure", "Reconciled"),
        CASES,
        _("Closed in the period by the parties' own settlement."),
    ),
    Indicator(i.failed, pgettext_lazy("figure", "Failed"), CASES, _("Closed in the period without agreement.")),
    Indicator(
        i.terminated,
        pgettext_lazy("figure", "Terminated"),
        CASES,
        _("Mediation ended in the period for another reason."),
    ),
    Indicator(i.withdrawn, pgettext_lazy("figure", "Withdrawn"), CASES, _("Application withdrawn in the period.")),
    Indicator(
        i.transferred,
        pgettext_lazy("figure", "Transferred"),
        CASES,
        _("Handed to another body in the period, before or after acceptance; in no rate."),
    ),
    Indicator(
        i.mediation_success_rate,
        pgettext_lazy("figure", "Mediation success rate"),
        PERCENT,
        _("(Agreed + reconciled) ÷ concluded, by the day of closing."),
    ),
    Indicator(
        i.mediation_success_rate_excl_withdrawn,
        pgettext_lazy("figure", "Success rate without withdrawn cases"),
        PERCENT,
        _("(Agreed + reconciled) ÷ (agreed + reconciled + failed + terminated)."),
    ),
    Indicator(
        i.mediation_success_rate_by_intake,
        pgettext_lazy("figure", "Success rate by day of acceptance"),
        PERCENT,
        _("Of the cases accepted in the period and closed by today: (agreed + reconciled) ÷ concluded."),
    ),
    Indicator(
        i.intake_open_rate,
        pgettext_lazy("figure", "Share still open"),
        PERCENT,
        _("Of the cases accepted in the period: still open today ÷ all."),
    ),
    Indicator(
        i.mediation_success_rate_by_persons,
        pgettext_lazy("figure", "Success rate by persons"),
        PERCENT,
        _("Workers in agreed and reconciled cases ÷ workers in all concluded cases."),
    ),
    Indicator(
        i.court_assigned_success_rate,
        pgettext_lazy("figure", "Success rate of cases assigned by a court"),
        PERCENT,
        _("(Agreed + reconciled) ÷ concluded, of cases that a court assigned before docketing."),
    ),
    Indicator(
        i.closure_rate, pgettext_lazy("figure", "Closure rate"), PERCENT, _("Concluded ÷ (opening backlog + accepted).")
    ),
    Indicator(
        i.on_time_closure_rate,
        pgettext_lazy("figure", "Closed within the legal period"),
        PERCENT,
        _("Closed on or before the last day, extensions and stops included ÷ concluded."),
    ),
    Indicator(
        i.avg_days,
        pgettext_lazy("figure", "Average days"),
        DAYS,
        _("From receipt to closing without the days the clock stood still, mean of the concluded cases."),
    ),
    Indicator(
        i.overdue_open,
        pgettext_lazy("figure", "Open and overdue"),
        CASES,
        _("Open on the last day of the period with a last day before it."),
    ),
    Indicator(
        i.group_cases, pgettext_lazy("figure", "Group disputes"), CASES, _("Group disputes among the concluded cases.")
    ),
    Indicator(
        i.group_persons,
        pgettext_lazy("figure", "Persons in group disputes"),
        PERSONS,
        _("Workers in group disputes among the concluded cases."),
    ),
    Indicator(
        i.persons_involved,
        pgettext_lazy("figure", "Persons involved"),
        PERSONS,
        _("Workers in the concluded cases; a group dispute is one case with many persons."),
    ),
    Indicator(i.amount_claimed, pgettext_lazy("figure", "Amount claimed"), YUAN, _("Claimed in the concluded cases.")),
    Indicator(
        i.amount_claimed_accepted,
        pgettext_lazy("figure", "Amount claimed at acceptance"),
        YUAN,
        _("Claimed in the cases accepted in the period."),
    ),
    Indicator(
        i.amount_agreed, pgettext_lazy("figure", "Amount agreed"), YUAN, _("Agreed in the agreed and reconciled cases.")
    ),
    Indicator(
        i.judicial_confirmation_rate,
        pgettext_lazy("figure", "Judicial confirmation"),
        PERCENT,
        _("Agreements whose 30 days for the application ended in the period: confirmed ÷ all."),
    ),
    Indicator(
        i.judicial_confirmation_pending,
        pgettext_lazy("figure", "Confirmation pending"),
        CASES,
        _("Of the same agreements: filed in time and not decided yet."),
    ),
    Indicator(
        i.performance_rate,
        pgettext_lazy("figure", "Agreements performed"),
        PERCENT,
        _("Fully paid on or before the last due day ÷ agreements whose last due day is in the period."),
    ),
    Indicator(
        i.performance_rate_amount,
        pgettext_lazy("figure", "Amounts performed"),
        PERCENT,
        _("Paid by the due day ÷ due in the period."),
    ),
    Indicator(
        i.recovered,
        pgettext_lazy("figure", "Losses recovered"),
        YUAN,
        _("Money actually paid in the period, not promised; each payment counted once."),
    ),
    Indicator(
        i.recovered_cash,
        pgettext_lazy("figure", "of it in cash"),
        YUAN,
        _("Losses recovered − what was paid into social insurance."),
    ),
    Indicator(
        i.recovered_social_insurance,
        pgettext_lazy("figure", "of it social insurance"),
        YUAN,
        _("Paid into social insurance; workers do not receive it in cash."),
    ),
    Indicator(
        i.recovered_persons,
        pgettext_lazy("figure", "Persons paid"),
        PERSONS,
        _("Persons named in these payments; who is paid in two parts is counted twice."),
    ),
    Indicator(i.recovered_wages, pgettext_lazy("figure", "of it wages"), YUAN, _("Wages among the losses recovered.")),
    Indicator(
        i.recovered_compensation,
        pgettext_lazy("figure", "of it compensation"),
        YUAN,
        _("Compensation among the losses recovered."),
    ),
    Indicator(
        i.recovered_injury,
        pgettext_lazy("figure", "of it work-injury benefits"),
        YUAN,
        _("Work-injury benefits among the losses recovered."),
    ),
    Indicator(
        i.recovered_other,
        pgettext_lazy("figure", "of it other"),
        YUAN,
        _("Everything else among the losses recovered, what units obtained on a work order included."),
    ),
    Indicator(
        i.judicial_confirmations,
        pgettext_lazy("figure", "Agreements confirmed"),
        CASES,
        _("Agreements confirmed by a court in the period."),
    ),
    Indicator(
        i.confirmations_filed,
        pgettext_lazy("figure", "Confirmations applied for"),
        CASES,
        _("Applications for judicial confirmation filed in the period."),
    ),
    Indicator(
        i.reviews_filed,
        pgettext_lazy("figure", "Arbitral reviews applied for"),
        CASES,
        _("Applications for arbitral review filed in the period."),
    ),
    Indicator(
        i.payment_orders_filed,
        pgettext_lazy("figure", "Payment orders applied for"),
        CASES,
        _("Applications for a payment order filed in the period."),
    ),
    Indicator(
        i.instalments_kept_rate,
        pgettext_lazy("figure", "Instalments paid in time"),
        PERCENT,
        _("Fully paid on or before their day ÷ instalments due in the period."),
    ),
]
