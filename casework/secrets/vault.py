"""Sealing text for one field of one table, and finding it again by a keyed fingerprint.

A sealed value reads `v1.<cipher>.<key id>.<nonce and ciphertext>`, so that keys and ciphers can be changed while old
values stay readable. The context, `model.field`, is authenticated: a value copied to another column does not open.
"""

import base64
import binascii
import hmac

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from .ciphers import CIPHERS, Cipher
from .errors import UnreadableSecret
from .keyring import Keyring, keyring

VERSION = "v1"
FINGERPRINT_HEX = 32


def seal(plain: str, context: str) -> str:
    """The text sealed under the current key with the cipher of settings.FIELD_CIPHER."""
    ring = keyring()
    sealed = _cipher(_cipher_name(), ring, ring.current).seal(plain.encode(), context.encode())
    return current_prefix() + base64.urlsafe_b64encode(sealed).rstrip(b"=").decode()


def unseal(token: str, context: str) -> str:
    """The text again. Raises UnreadableSecret for a changed or moved value and for an unknown key."""
    version, name, key_id, body = _parts(token)
    ring = keyring()
    if version != VERSION or name not in CIPHERS or key_id not in ring.keys:
        raise UnreadableSecret(f"{context}: unknown version, cipher or key")
    try:
        sealed = base64.b64decode(body + "=" * (-len(body) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise UnreadableSecret(f"{context}: not base64") from error
    return _cipher(name, ring, key_id).open(sealed, context.encode()).decode()


def current_prefix() -> str:
    """How a value begins that needs no re-sealing."""
    return f"{VERSION}.{_cipher_name()}.{keyring().current}."


def fingerprint(value: str, context: str) -> str:
    """The keyed fingerprint of a value under the current key; the empty value has an empty one."""
    return fingerprints(value, context)[0] if value else ""


def fingerprints(value: str, context: str) -> list[str]:
    """The fingerprints under all keys, the current one first: rows written before a rotation are found as well."""
    ring = keyring()
    return [_fingerprint(ring.derive(key_id, f"blind {context}", 32), value) for key_id in ring.keys]


def _fingerprint(key: bytes, value: str) -> str:
    return hmac.digest(key, value.encode(), "sha256").hex()[:FINGERPRINT_HEX]


def _parts(token: str) -> list[str]:
    parts = token.split(".")
    return parts if len(parts) == 4 else ["", "", "", ""]


def _cipher(name: str, ring: Keyring, key_id: str) -> Cipher:
    cipher = CIPHERS[name]
    return cipher(ring.derive(key_id, f"seal {name}", cipher.key_bytes))


def _cipher_name() -> str:
    name: str = getattr(settings, "FIELD_CIPHER", "aes")
    if name not in CIPHERS:
        raise ImproperlyConfigured(f"FIELD_CIPHER must be one of {', '.join(CIPHERS)}")
    return name
