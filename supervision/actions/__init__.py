"""What happens to matters and documents: one function for each verb."""

from casework.actions import attach
from casework.secrecy import lift_restriction, restrict

from .addresses import confirm_address, revoke_address
from .assessment import accept_reply, escalate, reject_reply, uphold_objection
from .drafting import create, create_document, edit, submit
from .ending import void, withdraw
from .evidence import add_evidence
from .intake import accept_complaint, declare_interest, decline_complaint, give_notice
from .matters import ask_county, close, investigate, open_matter, register
from .money import correct_recovery, record_recovery
from .partners import finish, record_answer, record_partner, urge
from .public_letters import draft_letters, publish_letters, sign_letters
from .replies import decline_docket, docket, record_late_reply, record_result, remind, reply
from .reviewing import comment
from .sealing import seal
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
    "accept_complaint",
    "accept_reply",
    "add_evidence",
    "approve",
    "ask_county",
    "attach",
    "close",
    "comment",
    "confirm_address",
    "correct_recovery",
    "correct_service",
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
    "finish",
    "give_notice",
    "investigate",
    "lift_restriction",
    "open_matter",
    "publish",
    "publish_letters",
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
    "restrict",
    "return_for_revision",
    "revoke_address",
    "seal",
    "sign_letters",
    "submit",
    "uphold_objection",
    "urge",
    "verify",
    "verify_failed",
    "void",
    "withdraw",
]
