"""The field keys of this installation: one current, any number of former ones, and what is derived from them."""

import base64
import binascii
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

KEY_BYTES = 32
ID_LENGTH_MAX = 16


@dataclass(frozen=True)
class Keyring:
    """Master keys by id. The first one seals; all of them open."""

    keys: dict[str, bytes] = field(repr=False)

    @property
    def current(self) -> str:
        return next(iter(self.keys))

    def derive(self, key_id: str, purpose: str, length: int) -> bytes:
        """A key for one purpose. Raises KeyError for an id that is not in the ring."""
        return _derive(self.keys[key_id], purpose, length)


def keyring() -> Keyring:
    """The ring of settings.FIELD_KEYS. Raises ImproperlyConfigured when it is missing or malformed."""
    keys: str | Iterable[str] = getattr(settings, "FIELD_KEYS", "")
    return parse(keys if isinstance(keys, str) else ",".join(keys))


@lru_cache(maxsize=8)
def parse(text: str) -> Keyring:
    """Read "id:base64key,id2:base64key", the current key first, each key of 32 bytes.

    A key without an id of its own is known by a fingerprint of itself, so its place in the list may change.
    """
    pairs = [_pair(part.strip()) for part in text.split(",") if part.strip()]
    if not pairs:
        raise ImproperlyConfigured("FIELD_KEYS names no key; expected base64 of 32 bytes, or id:base64")
    if len(dict(pairs)) < len(pairs):
        raise ImproperlyConfigured("FIELD_KEYS names a key twice")
    return Keyring(dict(pairs))


def _pair(text: str) -> tuple[str, bytes]:
    key_id, _, encoded = text.rpartition(":")
    if key_id and not (key_id.isascii() and key_id.isalnum() and len(key_id) <= ID_LENGTH_MAX):
        raise ImproperlyConfigured("A key id in FIELD_KEYS has up to 16 letters and digits")
    try:
        key = base64.b64decode(encoded, altchars=b"-_" if set(encoded) & set("-_") else None, validate=True)
    except binascii.Error as error:
        raise ImproperlyConfigured(f"Key {key_id} in FIELD_KEYS is not base64") from error
    if len(key) != KEY_BYTES:
        raise ImproperlyConfigured(f"Key {key_id} in FIELD_KEYS must have {KEY_BYTES} bytes")
    return key_id or _derive(key, "id", 4).hex(), key


@lru_cache(maxsize=256)
def _derive(key: bytes, purpose: str, length: int) -> bytes:
    return HKDF(SHA256(), length, salt=None, info=f"heyi {purpose}".encode()).derive(key)
