"""The figures of the traffic with authorities."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from reports import indicators as i
from reports.definitions.indicator import DAYS, PERCENT, REFERRALS, Indicator

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
    Indicator(
        i.sent_to_court,
        pgettext_lazy("figure", "of them to courts"),
        REFERRALS,
        _("Referrals sent in the period to courts."),
    ),
    Indicator(
        i.sent_to_procuratorate,
        pgettext_lazy("figure", "of them to procuratorates"),
        REFERRALS,
        _("Referrals sent in the period to procuratorates."),
    ),
    Indicator(
        i.sent_to_hr,
        pgettext_lazy("figure", "of them to human resources offices"),
        REFERRALS,
        _("Referrals sent in the period to human resources offices."),
    ),
    Indicator(
        i.sent_to_justice,
        pgettext_lazy("figure", "of them to justice bureaus"),
        REFERRALS,
        _("Referrals sent in the period to justice bureaus."),
    ),
    Indicator(
        i.referrals_received,
        pgettext_lazy("figure", "Referrals received"),
        REFERRALS,
        _("Referrals authorities sent to the union in the period."),
    ),
    Indicator(
        i.avg_days_to_acknowledge,
        pgettext_lazy("figure", "Days until signed for"),
        DAYS,
        _("From sending to signing, mean of the referrals signed for in the period."),
    ),
    Indicator(
        i.avg_days_to_result,
        pgettext_lazy("figure", "Days until the result"),
        DAYS,
        _("From sending to the result, mean of the referrals whose result came in the period."),
    ),
]
