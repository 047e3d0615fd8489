"""What happens to matters and documents: one function for each verb."""

from casework.actions import attach

from .drafting import create, create_document, edit, submit
from .ending import void, withdraw
from .evidence import add_evidence
from .intake import accept_complaint, declare_interest, decline_complaint, give_notice
from .matters import close, investigate, open_matter, register
from .public_letters import draft_letters, publish_letters, sign_letters
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
from .reviewing import comment
from .service import dispatch, publish, record_refusal, record_service, record_service_failure, redispatch
from .signing import approve, endorse, return_for_revision

__all__ = [
    "accept_complaint",
    "accept_reply",
    "add_evidence",
    "approve",
    "attach",
    "close",
    "comment",
    "create",
    "create_document",
    "declare_interest",
    "decline_complaint",
    "decline_docket",
    "dispatch",
    "docket",
    "draft_letters",
    "edit",
    "endorse",
    "escalate",
    "give_notice",
    "investigate",
    "open_matter",
    "publish",
    "publish_letters",
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
    "sign_letters",
    "submit",
    "uphold_objection",
    "verify",
    "verify_failed",
    "void",
    "withdraw",
]
