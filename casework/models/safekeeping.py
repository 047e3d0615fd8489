"""What is kept so that nothing typed or sent twice gets lost or doubled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.secrets.fields import EncryptedTextField
from organizations.models import User

if TYPE_CHECKING:
    from organizations.models import Officer


class DraftQuerySet(models.QuerySet["Draft"]):
    def visible_to(self, officer: Officer) -> Self:
        """A draft belongs to the person who types it, in whatever duty."""
        return self.filter(user=officer.user)


class Draft(models.Model):
    """A form half filled, saved while typing. The text is encrypted: it may name people."""

    user = models.ForeignKey(User, models.CASCADE, related_name="drafts", verbose_name=_("person"))
    key = models.CharField(_("form"), max_length=100)
    text = EncryptedTextField(_("typed text"))
    revision = models.PositiveIntegerField(_("revision"), default=0)
    saved_at = models.DateTimeField(_("saved"))

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="one_draft_per_form")]

    def __str__(self) -> str:
        return self.key


class IdempotentAnswer(models.Model):
    """The first answer to a creating request, given again when the same request comes again."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+", verbose_name=_("person"))
    key = models.CharField(_("key"), max_length=200)
    request_hash = models.CharField(_("hash of the request"), max_length=64)
    status = models.PositiveSmallIntegerField(_("status"), null=True)
    body = EncryptedTextField(_("answer"), blank=True)
    created_at = models.DateTimeField(_("created"))

    class Meta:
        verbose_name = _("kept answer")
        verbose_name_plural = _("kept answers")
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="one_answer_per_key")]

    def __str__(self) -> str:
        return f"#{self.pk}"
