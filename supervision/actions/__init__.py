"""What happens to matters and documents: one function for each verb."""

from casework.actions import attach

from .addresses import confirm_address, revoke_address
from .assessment import accept_reply, escalate, reject_reply, uphold_objection
from .drafting import create, create_document, edit, submit
from .ending import void, withdraw
from .matters import close, investigate, open_matter, register
from .money import correct_recovery, record_recovery
from .partners import finish, record_answer, record_partner, urge
from .replies import decline_docket, docket, record_late_reply, record_result, remind, reply
from .service import (
    correct_service,
    dispatch,
    publish,
    record_refusal,
    record_service,
    record_service_failure,
    redispatch,
)
from .signing import approve, endorse, return_for_revision
from .verification import verify, verify_failed

__all__ = [
    "accept_reply",
    "approve",
    "attach",
    "close",
    "confirm_address",
    "correct_recovery",
    "correct_service",
    "create",
    "create_document",
    "decline_docket",
    "dispatch",
    "docket",
    "edit",
    "endorse",
    "escalate",
    "finish",
    "investigate",
    "open_matter",
    "publish",
    "record_answer",
    "record_late_reply",
    "record_partner",
    "record_recovery",
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
    "revoke_address",
    "submit",
    "uphold_objection",
    "urge",
    "verify",
    "verify_failed",
    "void",
    "withdraw",
]
