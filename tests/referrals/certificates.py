"""A certificate authority for one run of the tests, and certificates good and bad."""

from __future__ import annotations

import datetime as dt
import ipaddress
import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

DAY = dt.timedelta(days=1)


def name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


@dataclass
class TestAuthority:
    """Writes `ca.pem`, and for each certificate `<name>.pem` with its key."""

    __test__ = False
    folder: Path

    def __post_init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.certificate = self.signed("Heyi test authority", self.key, -DAY, DAY, is_authority=True)
        self.file = self.folder / "ca.pem"
        self.file.write_bytes(self.certificate.public_bytes(serialization.Encoding.PEM))

    def signed(self, subject: str, key: Any, begins: dt.timedelta, ends: dt.timedelta, *, is_authority=False, names=()):
        now = dt.datetime.now(dt.UTC)
        builder = (
            x509.CertificateBuilder()
            .subject_name(name(subject))
            .issuer_name(name("Heyi test authority"))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now + begins)
            .not_valid_after(now + ends)
            .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key()), critical=False)
        )
        if names:
            builder = builder.add_extension(x509.SubjectAlternativeName(list(names)), critical=False)
        return builder.sign(self.key, hashes.SHA256())

    def files(self, *, expired: bool = False, other_name: bool = False) -> Path:
        """Certificate and key in one file, for 127.0.0.1 unless it is to be wrong."""
        key = ec.generate_private_key(ec.SECP256R1())
        names = [x509.DNSName("other.example")] if other_name else [x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
        begins, ends = (-3 * DAY, -2 * DAY) if expired else (-DAY, DAY)
        certificate = self.signed("receiver", key, begins, ends, names=names)
        path = self.folder / f"receiver-{expired:d}{other_name:d}.pem"
        kind = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        path.write_bytes(key.private_bytes(*kind) + certificate.public_bytes(serialization.Encoding.PEM))
        return path

    def server_side(self, **flaws: bool) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.files(**flaws))
        return context
