"""The line above the next page ("Done"): in a cookie, as in the session each step wrote that row twice for it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage
from django.core.signing import TimestampSigner, get_cookie_signer
from django.http import HttpResponseBase


class OwnCookie(CookieStorage):
    """Signed for this session only: whoever signs in next at the same machine is told nothing of it."""

    @property
    def signer(self) -> TimestampSigner:
        return get_cookie_signer(salt=f"{self.key_salt} {self.request.session.session_key}")

    @signer.setter
    def signer(self, signer: TimestampSigner) -> None:
        """The one Django makes when the request begins: by its end the session may be another."""

    @property
    def is_strange(self) -> bool:
        """Of another session."""
        data = self.request.COOKIES.get(self.cookie_name)
        return bool(data) and self._decode(data) is None  # type: ignore[attr-defined]  # not in the stubs

    def _get(self, *args: Any, **kwargs: Any) -> tuple[list[Any] | None, bool]:
        """A strange cookie holds nothing, and what stands in the session is read all the same."""
        return ([], False) if self.is_strange else super()._get(*args, **kwargs)  # type: ignore[misc]


class Notices(FallbackStorage):
    """What is too long for a cookie stays in the session."""

    storage_classes = (OwnCookie, SessionStorage)

    def update(self, response: HttpResponseBase) -> Any:
        """What was left for somebody else goes from the machine with the next answer."""
        cookie = self.storages[0]
        if cookie.is_strange:
            response.delete_cookie(cookie.cookie_name, domain=settings.SESSION_COOKIE_DOMAIN)
        return super().update(response)
