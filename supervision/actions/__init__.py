"""What happens to matters and documents: one function for each verb."""

from casework.actions import attach

from .drafting import create, create_document, edit, submit
from .ending import void, withdraw
from .matters import close, investigate, open_matter, register
from .replies import (
    accept_reply,
    decline_docket,
    docket,
    escalate,
    record_late_reply,
    record_result,
    reject_reply,
    remind,
    reply,
    uphold_objection,
    verify,
    verify_failed,
)
from .sealing import seal
from .service import dispatch, publish, record_refusal, record_service, record_service_failure, redispatch
from .signing import approve, endorse, return_for_revision

__all__ = [
    "accept_reply",
    "approve",
    "attach",
    "close",
    "create",
    "create_document",
    "decline_docket",
    "dispatch",
    "docket",
    "edit",
    "endorse",
    "escalate",
    "investigate",
    "open_matter",
    "publish",
    "record_late_reply",
    "record_refusal",
    "record_result",
    "record_service",
    "record_service_failure",
    "redispatch",
    "register",
    "reject_reply",
    "remind",
    "reply",
    "return_for_revision",
    "seal",
    "submit",
    "uphold_objection",
    "verify",
    "verify_failed",
    "void",
    "withdraw",
]
