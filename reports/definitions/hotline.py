"""The figures of calls and work orders."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from reports import indicators as i
from reports.definitions.indicator import CALLS, CHASES, INCIDENTS, ORDERS, PERCENT, REQUESTS, Indicator

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
        i.dispatch_on_time_rate,
        pgettext_lazy("figure", "Work orders dispatched in time"),
        PERCENT,
        _("Work orders to be dispatched by a day of the period: dispatched on or before it ÷ all."),
    ),
    Indicator(
        i.sign_on_time_rate,
        pgettext_lazy("figure", "Work orders signed for in time"),
        PERCENT,
        _("Work orders to be signed for by a day of the period: signed for, or returned, on or before it ÷ all."),
    ),
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
    Indicator(
        i.callback_rate,
        pgettext_lazy("figure", "Callback rate"),
        PERCENT,
        _("Callbacks due in the period: called back, reached or not ÷ all."),
    ),
    Indicator(
        i.redo_rate,
        pgettext_lazy("figure", "Redo rate"),
        PERCENT,
        _("Work orders closed in the period: sent back or done again at least once ÷ all."),
    ),
    Indicator(
        i.repeat_call_rate,
        pgettext_lazy("figure", "Repeated requests"),
        PERCENT,
        _(
            "Valid requests about or merged into an earlier work order, or from a number that asked about the same "
            "category within the days set before ÷ all."
        ),
    ),
    Indicator(
        i.valid_requests,
        pgettext_lazy("figure", "Valid requests"),
        REQUESTS,
        _("Requests of the period that say something, whatever way they came."),
    ),
    Indicator(
        i.orders_pressed,
        pgettext_lazy("figure", "Work orders pressed"),
        ORDERS,
        _("Work orders pressed in the period."),
    ),
    Indicator(
        i.orders_chased,
        pgettext_lazy("figure", "Written chases"),
        CHASES,
        _("Written chases of the period, one for each clock that ran out."),
    ),
    Indicator(
        i.group_incidents,
        pgettext_lazy("figure", "Group incidents"),
        INCIDENTS,
        _("Strikes, gatherings and other incidents that became known in the period."),
    ),
]
