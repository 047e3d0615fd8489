"""Faults of ours told to a Sentry-compatible service, when the union runs one: where and what, never about whom."""

from __future__ import annotations

from typing import Any

import sentry_sdk


def report_faults(address: str) -> None:
    """Nothing leaves the house without `SENTRY_DSN`. Files are full of personal data, so of a fault only its kind and
    the places in the code are told."""
    if address:
        sentry_sdk.init(
            address,
            before_send=without_people,
            include_local_variables=False,
            include_source_context=False,
            max_breadcrumbs=0,
            max_request_body_size="never",
            send_default_pii=False,
            send_client_reports=False,
        )


def without_people(event: Any, _hint: Any) -> Any:
    """Of the request only the method, and by `transaction` the pattern of its address: addresses hold the secrets of
    links, queries, headers and cookies names and sessions.
    """
    event["request"] = {"method": event.pop("request", {}).get("method", "")}
    for part in ("user", "extra", "breadcrumbs", "logentry", "message"):
        event.pop(part, None)  # a line of a log is made of what was asked for
    for found in event.get("exception", {}).get("values", []):
        found["value"] = ""  # PostgreSQL quotes rows, a failed conversion what was typed
    return event
