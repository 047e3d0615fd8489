"""What a closed case is kept by: its place in the archive, how long, and who may know of it at all."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from . import choices


class Kept(models.Model):
    """Columns of the case about its end, its archive and its confidentiality."""

    further_advice = ArrayField(
        models.CharField(max_length=12, choices=choices.Advice.choices),
        default=list,
        blank=True,
        verbose_name=_("further ways shown"),
    )
    undisputed_facts = models.TextField(_("facts both sides confirmed"), blank=True)
    returned_on = models.DateField(_("returned to the court on"), null=True, blank=True)
    sham_answered_on = models.DateField(_("report of sham mediation answered on"), null=True, blank=True)

    archive_no = models.CharField(_("archive number"), max_length=60, blank=True)
    retention_class = models.CharField(
        _("retention class"), max_length=14, choices=choices.RetentionClass.choices, blank=True
    )
    kept_until = models.DateField(_("kept until"), null=True, blank=True)
    on_hold = models.BooleanField(_("may not be destroyed (hold)"), default=False)
    appraised_on = models.DateField(_("proposed for destruction on"), null=True, blank=True)
    destruction_approved_on = models.DateField(_("destruction approved on"), null=True, blank=True)
    destroyed_on = models.DateField(_("destroyed on"), null=True, blank=True)

    is_restricted = models.BooleanField(_("only for named officers"), default=False)

    class Meta:
        abstract = True

    @property
    def advice_words(self) -> list[str]:
        """Every way shown to the parties, the first one first."""
        given = [getattr(self, "advice", ""), *self.further_advice]
        return [str(choices.Advice(code).label) for code in dict.fromkeys(filter(None, given))]
