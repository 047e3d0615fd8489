"""What colleagues have to know before they speak with a caller, until a day that is set from the beginning."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from casework.secrets.fields import BlindIndexed, BlindIndexField, EncryptedTextField
from hotline.querysets import FlagQuerySet
from organizations.models import Officer

from .calls import CallRecord, phone_key


class CallerFlag(BlindIndexed):
    """Keyed by the telephone and the identity number of the call it was set on.

    The row goes on its day or when somebody ends it; that it existed stays in the history of that call.
    """

    class Kind(models.TextChoices):
        DO_NOT_CALL = "do_not_call", _("Must not be called")
        AT_RISK = "at_risk", _("May harm themselves or be harmed")
        SUPPORT = "support", _("Needs patience or support")
        ABUSIVE = "abusive", _("Was abusive")
        FREQUENT = "frequent", _("Calls very often")
        OTHER = "other", pgettext_lazy("flag", "Other")

    TONES = {"do_not_call": "danger", "at_risk": "danger", "support": "info"}

    call = models.ForeignKey(CallRecord, models.PROTECT, related_name="flags", verbose_name=_("call"))
    scope = models.CharField(_("scope"), max_length=60)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    phone = EncryptedTextField(_("telephone"), blank=True)
    phone_index = BlindIndexField(of="phone", normalise=phone_key)
    id_number = EncryptedTextField(_("identity number"), blank=True)
    id_index = BlindIndexField(of="id_number")
    note = EncryptedTextField(_("note"), blank=True)
    until = models.DateField(_("until"))
    set_at = models.DateTimeField(_("set"))
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))

    objects = FlagQuerySet.as_manager()

    class Meta:
        verbose_name = _("caller flag")
        verbose_name_plural = _("caller flags")
        ordering = ("until", "pk")
        indexes = [models.Index(fields=["until"], name="flag_until")]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    @property
    def tone(self) -> str:
        return self.TONES.get(self.kind, "warning")

    def is_over(self, today: date) -> bool:
        """The day named is its last."""
        return self.until < today
