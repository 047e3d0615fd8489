"""Attempts to sign in, and tokens for systems."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .users import User

TOKEN_LIFE = timedelta(hours=12)


class LoginAttempt(models.Model):
    """How often a name or an address has been tried in the current window. Counted before any hashing."""

    key = models.CharField(_("name or address"), max_length=120, primary_key=True)
    count = models.PositiveIntegerField(_("attempts"), default=0)
    window_ends_at = models.DateTimeField(_("counted until"))

    class Meta:
        verbose_name = _("login attempt")
        verbose_name_plural = _("login attempts")

    def __str__(self) -> str:
        return f"{self.count}"


class AccessTokenQuerySet(models.QuerySet["AccessToken"]):
    def issue(self, user: User) -> str:
        """A fresh token in clear text. Only its hash is kept."""
        token = token_urlsafe(32)
        self.create(user=user, digest=digest(token), expires_at=timezone.now() + TOKEN_LIFE)
        return token

    def live(self) -> Self:
        return self.filter(expires_at__gt=timezone.now())

    def holder_of(self, token: str) -> User | None:
        found = self.live().filter(digest=digest(token), user__is_active=True).select_related("user").first()
        return found.user if found else None


class AccessToken(models.Model):
    """A key of the API. It expires, and deleting the row revokes it at once."""

    user = models.ForeignKey(User, models.CASCADE, related_name="tokens", verbose_name=_("person"))
    digest = models.CharField(_("hash"), max_length=64, unique=True)
    expires_at = models.DateTimeField(_("expires"))

    objects = AccessTokenQuerySet.as_manager()

    class Meta:
        verbose_name = _("access token")
        verbose_name_plural = _("access tokens")

    def __str__(self) -> str:
        return f"#{self.pk}"


def digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
