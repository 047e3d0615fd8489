"""People who sign in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from django.apps import apps
from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from .officers import Officer


class PeopleManager(UserManager["User"]):
    @transaction.atomic
    def create_superuser(
        self, username: str, email: str | None = None, password: str | None = None, **more: Any
    ) -> User:
        """The first administrator of an empty system: a person with that duty in the topmost union."""
        person = super().create_superuser(username, email, password, **more)
        union = apps.get_model("organizations", "UnionOrg").objects.order_by("path").first()
        if union is not None:
            apps.get_model("organizations", "Officer").objects.create(user=person, org=union, duty="system_admin")
        return person


class User(AbstractUser):
    """A person. What the person may do follows from the duties held (`Officer`), never from flags here."""

    display_name = models.CharField(_("name"), max_length=60, blank=True)
    session_epoch = models.PositiveIntegerField(_("log-outs everywhere"), default=0)
    # Own choice of how near a due day warns; without one the setting of the place counts, and 0 is no early warning.
    warning_days = models.PositiveSmallIntegerField(_("early warning (working days)"), null=True, blank=True)

    duties: list[Officer] | None = None  # those of today, where the session has read them

    objects: ClassVar[PeopleManager] = PeopleManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")

    def __str__(self) -> str:
        return self.display_name or self.username

    def get_session_auth_hash(self) -> str:
        """Part of every session: raising the epoch ends all sessions of this person at once."""
        return f"{super().get_session_auth_hash()}.{self.session_epoch}"

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        for value in super().get_session_auth_fallback_hash():
            yield f"{value}.{self.session_epoch}"

    def sign_out_everywhere(self) -> None:
        """End every session and every access token of this person."""
        self.session_epoch += 1
        self.save(update_fields=["session_epoch"])
        self.tokens.all().delete()
