"""Papers in a bucket of an S3-compatible store. Used only where MEDIA_STORE names one: needs requirements-store.txt."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from boto3.exceptions import Boto3Error
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files import File
from django.core.files.base import ContentFile
from storages.backends.s3 import S3Storage

from casework.errors import StoreAway
from casework.stores import Private

logger = logging.getLogger(__name__)
CONNECT_SECONDS, READ_SECONDS, ATTEMPTS = 2, 5, 2  # together less than a transaction may idle (15 s), should one wait
IN_ONE_PIECE = 64 * 1024 * 1024  # larger than any paper: one request writes all of it or nothing
IN_MEMORY = 2 * 1024 * 1024  # what is longer lies in a temporary file while it is read


class BucketStore(Private, S3Storage):  # type: ignore[misc]  # of a library without types
    """One object for each paper, under the name it would have in a folder.

    The bytes are signed with the request, so the store itself refuses what was damaged on its way. No access list is
    sent: the bucket decides, and it is to be a private one. The key has to be allowed to list it: to one that is not,
    the store says 403 instead of 404 for a paper that is not there, and that is no answer (ADR 62).
    """

    def __init__(self, *, addressing: str, **options: Any) -> None:
        super().__init__(
            **options,
            client_config=Config(
                signature_version="s3v4",
                connect_timeout=CONNECT_SECONDS,
                read_timeout=READ_SECONDS,
                retries={"total_max_attempts": ATTEMPTS},
                request_checksum_calculation="when_required",  # stores that are not Amazon's refuse the newer kind
                response_checksum_validation="when_required",
                s3={"addressing_style": addressing, "payload_signing_enabled": True},
            ),
            transfer_config=TransferConfig(multipart_threshold=IN_ONE_PIECE, use_threads=False),
            default_acl=None,
            file_overwrite=True,
            max_memory_size=IN_MEMORY,
        )

    def _open(self, name: str, mode: str = "rb") -> File[bytes]:
        """Fetched at once, so that a store that is away is known before the answer has begun."""
        with answering():
            return File(super()._open(name, mode).file, name)

    def _save(self, name: str, content: File[bytes]) -> str:
        """From a copy: the library closes what it has sent, and the form still holds the upload."""
        with answering():
            return str(super()._save(name, ContentFile(content.read())))

    def exists(self, name: str) -> bool:
        with answering():
            return bool(super().exists(name))

    def size(self, name: str) -> int:
        with answering():
            return int(super().size(name))

    def delete(self, name: str) -> None:
        with answering():
            super().delete(name)


@contextmanager
def answering() -> Iterator[None]:
    """Whatever the store says other than yes or "no such paper" is for the administrator, and passes."""
    try:
        yield
    except (BotoCoreError, Boto3Error, ClientError) as error:
        told = getattr(error, "response", {}).get("Error", {}).get("Code", "")  # 403 for a key that may not list
        logger.error("the store of papers does not answer", extra={"error": type(error).__name__, "code": told})
        raise StoreAway from error
