"""Authenticated ciphers: AES-256-GCM, and SM4-GCM (RFC 8998) where commercial cryptography is required."""

import os
from abc import ABC, abstractmethod

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher as Primitive
from cryptography.hazmat.primitives.ciphers import modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import SM4

from .errors import UnreadableSecret

NONCE_BYTES = 12
TAG_BYTES = 16


class Cipher(ABC):
    """Seals bytes under a key. What is sealed opens only with the same key and the same context."""

    name: str
    key_bytes: int

    def __init__(self, key: bytes) -> None:
        self.key = key

    def seal(self, plain: bytes, context: bytes) -> bytes:
        """A fresh nonce, then the ciphertext with its tag."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self.encrypt(nonce, plain, context)

    def open(self, sealed: bytes, context: bytes) -> bytes:
        """The plain bytes. Raises UnreadableSecret when key, context or content do not fit."""
        if len(sealed) < NONCE_BYTES + TAG_BYTES:
            raise UnreadableSecret("too short")
        try:
            return self.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], context)
        except InvalidTag as error:
            raise UnreadableSecret("authentication failed") from error

    @abstractmethod
    def encrypt(self, nonce: bytes, plain: bytes, context: bytes) -> bytes: ...

    @abstractmethod
    def decrypt(self, nonce: bytes, sealed: bytes, context: bytes) -> bytes: ...


class AesGcm(Cipher):
    name = "aes"
    key_bytes = 32

    def encrypt(self, nonce: bytes, plain: bytes, context: bytes) -> bytes:
        return AESGCM(self.key).encrypt(nonce, plain, context)

    def decrypt(self, nonce: bytes, sealed: bytes, context: bytes) -> bytes:
        return AESGCM(self.key).decrypt(nonce, sealed, context)


class Sm4Gcm(Cipher):
    name = "sm4"
    key_bytes = 16

    def encrypt(self, nonce: bytes, plain: bytes, context: bytes) -> bytes:
        encryptor = Primitive(SM4(self.key), modes.GCM(nonce)).encryptor()
        encryptor.authenticate_additional_data(context)
        return encryptor.update(plain) + encryptor.finalize() + encryptor.tag

    def decrypt(self, nonce: bytes, sealed: bytes, context: bytes) -> bytes:
        body, tag = sealed[:-TAG_BYTES], sealed[-TAG_BYTES:]
        decryptor = Primitive(SM4(self.key), modes.GCM(nonce, tag)).decryptor()
        decryptor.authenticate_additional_data(context)
        return decryptor.update(body) + decryptor.finalize()


CIPHERS: dict[str, type[Cipher]] = {cipher.name: cipher for cipher in (AesGcm, Sm4Gcm)}
