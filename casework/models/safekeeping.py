"""What is kept so that nothing typed or sent twice gets lost or doubled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import connection, models
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


class AnswerQuerySet(models.QuerySet["IdempotentAnswer"]):
    def begin(self, user: Any, key: str, **fresh: Any) -> tuple[IdempotentAnswer, bool]:
        """The row of a request, and whether it is the first. Of two at once the second waits for the first to end.

        A new one, which nearly all are, takes one statement.
        """
        row = IdempotentAnswer(user=user, key=key, **fresh)
        table = connection.ops.quote_name(self.model._meta.db_table)
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {table} (user_id, key, request_hash, status, body, created_at)"  # noqa: S608
                " VALUES (%s, %s, %s, %s, '', %s) ON CONFLICT (user_id, key) DO NOTHING RETURNING id",
                [user.pk, key, row.request_hash, row.status, row.created_at],
            )
            made = cursor.fetchone()
        if made is None:
            return self.get(user=user, key=key), False
        row.pk, row._state.adding = made[0], False
        return row, True

    def end(self, row: IdempotentAnswer, draft: str) -> None:
        """Keep the answer, and drop the draft it was typed in: one statement for what each such form does."""
        body = self.model._meta.get_field("body").get_db_prep_save(row.body, connection)
        drafts, answers = (connection.ops.quote_name(model._meta.db_table) for model in (Draft, self.model))
        with connection.cursor() as cursor:
            cursor.execute(
                f"WITH typed AS (DELETE FROM {drafts} WHERE user_id = %s AND key = %s)"  # noqa: S608
                f" UPDATE {answers} SET body = %s WHERE id = %s",
                [row.user_id, draft, body, row.pk],
            )


class IdempotentAnswer(models.Model):
    """The first answer to a creating request, given again when the same request comes again."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+", verbose_name=_("person"))
    key = models.CharField(_("key"), max_length=200)
    request_hash = models.CharField(_("hash of the request"), max_length=64)
    status = models.PositiveSmallIntegerField(_("status"), null=True)
    body = EncryptedTextField(_("answer"), blank=True)
    created_at = models.DateTimeField(_("created"))

    objects = AnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("kept answer")
        verbose_name_plural = _("kept answers")
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="one_answer_per_key")]

    def __str__(self) -> str:
        return f"#{self.pk}"
