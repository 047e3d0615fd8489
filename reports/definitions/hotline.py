"""The figures of calls and work orders."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from reports import indicators as i
from reports.definitions.indicator import CALLS, ORDERS, PERCENT, Indicator

HOTLINE_FIGURES = [
    Indicator(i.calls_offered, pgettext_lazy("figure", "Calls"), CALLS, _("Calls that rang in the period.")),
    Indicator(
        i.calls_answered, pgettext_lazy("figure", "Calls answered"), CALLS, _("Calls of the period that were answered.")
    ),
    Indicator(
        i.connection_rate,
        pgettext_lazy("figure", "Connection rate"),
        PERCENT,
        _("Answered ÷ (calls − calls given up within 5 seconds)."),
    ),
    Indicator(
        i.answered_quickly_rate,
        pgettext_lazy("figure", "Answered within 15 seconds"),
        PERCENT,
        _("Answered within 15 seconds ÷ answered."),
    ),
    Indicator(
        i.direct_answer_rate,
        pgettext_lazy("figure", "Answered directly"),
        PERCENT,
        _("Valid requests closed without a work order ÷ valid requests."),
    ),
    Indicator(i.work_orders, pgettext_lazy("figure", "Work orders"), ORDERS, _("Work orders opened in the period.")),
    Indicator(
        i.on_time_completion_rate,
        pgettext_lazy("figure", "Work orders finished in time"),
        PERCENT,
        _("Work orders due in the period: finished on or before their day ÷ all."),
    ),
    Indicator(
        i.satisfaction_rate,
        pgettext_lazy("figure", "Satisfaction"),
        PERCENT,
        _("(Very satisfied + satisfied) ÷ rated; neutral is rated, not reached is not."),
    ),
]
