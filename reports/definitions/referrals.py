"""The figures of the traffic with authorities."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from reports import indicators as i
from reports.definitions.indicator import PERCENT, REFERRALS, Indicator

REFERRAL_FIGURES = [
    Indicator(
        i.referrals_sent, pgettext_lazy("figure", "Referrals sent"), REFERRALS, _("Referrals sent in the period.")
    ),
    Indicator(
        i.referral_on_time_ack_rate,
        pgettext_lazy("figure", "Acknowledged in time"),
        PERCENT,
        _("Referrals to be acknowledged by a day in the period: acknowledged by that day ÷ all."),
    ),
    Indicator(
        i.referral_completion_rate,
        pgettext_lazy("figure", "Completed"),
        PERCENT,
        _("Referrals whose result was due in the period: completed ÷ all."),
    ),
    Indicator(
        i.referral_adoption_rate,
        pgettext_lazy("figure", "Taken on"),
        PERCENT,
        _("Referrals sent in the period: taken on ÷ (taken on + returned)."),
    ),
]
