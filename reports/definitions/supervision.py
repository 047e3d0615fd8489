"""The figures of letters, opinions and recommendations."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from reports import indicators as i
from reports.definitions.indicator import DOCUMENTS, EMPLOYERS, PERCENT, PERSONS, Indicator

SUPERVISION_FIGURES = [
    Indicator(
        i.letters_issued,
        pgettext_lazy("figure", "Reminder letters"),
        DOCUMENTS,
        _("Letters to one addressee signed in the period, without void and withdrawn ones."),
    ),
    Indicator(
        i.public_letters_issued,
        pgettext_lazy("figure", "Public reminder letters"),
        DOCUMENTS,
        _("Public letters signed in the period, without void and withdrawn ones."),
    ),
    Indicator(
        i.opinions_issued,
        pgettext_lazy("figure", "Opinions"),
        DOCUMENTS,
        _("Opinions signed in the period, without void and withdrawn ones."),
    ),
    Indicator(
        i.recommendations_issued,
        pgettext_lazy("figure", "Recommendations"),
        DOCUMENTS,
        _("Recommendations signed in the period, without void and withdrawn ones."),
    ),
    Indicator(
        i.reply_rate,
        pgettext_lazy("figure", "Reply rate"),
        PERCENT,
        _("Letters and opinions whose reply was due in the period: answered in writing ÷ all."),
    ),
    Indicator(
        i.on_time_reply_rate,
        pgettext_lazy("figure", "Replies in time"),
        PERCENT,
        _("The same letters and opinions: answered on or before the last day ÷ all."),
    ),
    Indicator(
        i.rectification_rate,
        pgettext_lazy("figure", "Rectification rate"),
        PERCENT,
        _("Matters closed in the period as rectified ÷ matters closed, without those not established or withdrawn."),
    ),
    Indicator(
        i.letter_escalation_rate,
        pgettext_lazy("figure", "Letters escalated"),
        PERCENT,
        _("Letters that led to the next document ÷ letters decided in the period."),
    ),
    Indicator(
        i.opinion_escalation_rate,
        pgettext_lazy("figure", "Opinions escalated"),
        PERCENT,
        _("Opinions that led to the next document ÷ opinions decided in the period."),
    ),
    Indicator(
        i.recommendation_docket_rate,
        pgettext_lazy("figure", "Recommendations docketed"),
        PERCENT,
        _("Recommendations whose five working days ended in the period: docketed ÷ all."),
    ),
    Indicator(
        i.employers_covered,
        pgettext_lazy("figure", "Employers covered"),
        EMPLOYERS,
        _("Different employers addressed by a document of the period; each once, so rows do not add up to the total."),
    ),
    Indicator(
        i.workers_covered,
        pgettext_lazy("figure", "Workers covered"),
        PERSONS,
        _("Workers affected by the matters a document of the period belongs to, each matter once."),
    ),
]
