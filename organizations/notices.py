"""The line above the next page ("Done"): in a cookie, as in the session each step wrote that row twice for it."""

from __future__ import annotations

from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage
from django.core.signing import TimestampSigner, get_cookie_signer


class OwnCookie(CookieStorage):
    """Signed for this session only: whoever signs in next at the same machine is told nothing of it."""

    @property
    def signer(self) -> TimestampSigner:
        return get_cookie_signer(salt=f"{self.key_salt} {self.request.session.session_key}")

    @signer.setter
    def signer(self, signer: TimestampSigner) -> None:
        """The one Django makes when the request begins: by its end the session may be another."""


class Notices(FallbackStorage):
    """What is too long for a cookie stays in the session."""

    storage_classes = (OwnCookie, SessionStorage)
