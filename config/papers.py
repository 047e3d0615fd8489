"""Where papers are kept, read from the environment: in a folder, or in a bucket of an S3-compatible store."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any
from urllib.parse import SplitResult, parse_qsl, urlsplit

from django.core.exceptions import ImproperlyConfigured

KEYS = ("MEDIA_STORE_KEY", "MEDIA_STORE_SECRET")
ADDRESSING = {"path", "virtual"}
KNOWN = {"endpoint", "region", "addressing"}


def paper_store(environ: Mapping[str, str]) -> dict[str, Any]:
    """The storage of Django for papers. `MEDIA_STORE` is `s3://bucket[/folder]?endpoint=https://…&region=…`.

    Raises ImproperlyConfigured, naming the variable, for whatever is given by half or cannot be read.
    """
    given = [name for name in KEYS if environ.get(name)]
    if not environ.get("MEDIA_STORE"):
        if given:
            raise ImproperlyConfigured(f"{' and '.join(given)} set without MEDIA_STORE, the bucket they are for")
        return {"BACKEND": "casework.stores.FolderStore"}
    if missing := [name for name in KEYS if name not in given]:
        raise ImproperlyConfigured(f"Not set in the environment: {', '.join(missing)}. MEDIA_STORE needs both keys.")
    if environ.get("MEDIA_ROOT"):
        raise ImproperlyConfigured("MEDIA_ROOT and MEDIA_STORE are both set: papers are kept in one place")
    options = bucket(urlsplit(environ["MEDIA_STORE"]))
    if find_spec("storages") is None or find_spec("boto3") is None:
        raise ImproperlyConfigured("MEDIA_STORE needs the packages of requirements-store.txt")
    keys = {"access_key": environ["MEDIA_STORE_KEY"], "secret_key": environ["MEDIA_STORE_SECRET"]}
    return {"BACKEND": "casework.bucket.BucketStore", "OPTIONS": {**options, **keys}}


def bucket(address: SplitResult) -> dict[str, Any]:
    """Bucket, folder in it, and where it is. Without endpoint it is Amazon's own."""
    asked = dict(parse_qsl(address.query))
    if address.scheme != "s3" or not address.hostname or address.username or unknown(asked):
        raise ImproperlyConfigured(
            "MEDIA_STORE must be s3://bucket[/folder]?endpoint=https://…[&region=…][&addressing=path|virtual]; "
            "keys belong into MEDIA_STORE_KEY and MEDIA_STORE_SECRET"
        )
    endpoint = asked.get("endpoint")
    return {
        "bucket_name": address.netloc,
        "location": address.path.strip("/"),
        "endpoint_url": endpoint,
        "region_name": asked.get("region") or "us-east-1",  # stores with one place only take any name
        "addressing": asked.get("addressing") or ("path" if endpoint else "virtual"),
    }


def unknown(asked: Mapping[str, str]) -> bool:
    """Whether anything asked for is not understood."""
    endpoint = urlsplit(asked.get("endpoint", "https://amazon"))
    return bool(
        asked.keys() - KNOWN
        or endpoint.scheme not in {"http", "https"}
        or not endpoint.hostname
        or endpoint.username
        or asked.get("addressing", "path") not in ADDRESSING
    )
