"""Why an attempt failed: a code in the row, a sentence on the page, never the words of the other side."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Cause(models.TextChoices):
    OUT_OF_SERVICE = "out_of_service", _("The authority is not in service here.")
    NO_ADDRESS = "no_address", _("No address of this authority is in use.")
    UNKNOWN_HOST = "unknown_host", _("The name of the receiving system is not known to the network.")
    FORBIDDEN_ADDRESS = "forbidden_address", _("The name leads to an address nothing may be sent to.")
    NO_CONNECTION = "no_connection", _("No connection to the receiving system.")
    CERTIFICATE = "certificate", _("The receiving system could not prove who it is (certificate).")
    TIMED_OUT = "timed_out", _("The receiving system did not answer in time.")
    BROKEN_OFF = "broken_off", _("The connection broke off before the answer was complete.")
    TOO_LONG = "too_long", _("The answer was longer than any receipt.")
    NOT_HTTP = "not_http", _("What came back was no answer of this kind of system.")
    REDIRECTED = "redirected", _("The receiving system points to another address. It has to be entered here first.")
    REFUSED = "refused", _("The receiving system refused the message.")
    UNTRUSTED = "untrusted", _("The receiving system does not accept our signature.")
    NOT_FOUND = "not_found", _("Nothing receives messages at this address.")
    GONE = "gone", _("The receiving system says it takes no messages any more.")
    BUSY = "busy", _("The receiving system asks to be left alone for a while.")
    BROKEN = "broken", _("The receiving system has a fault of its own.")
    NOT_PRINTABLE = "not_printable", _("The letter holds characters no font here can print.")
    NO_KEY = "no_key", _("No key for packages is entered for this authority.")
    PAPER_MISSING = "paper_missing", _("A paper is missing from the store.")
    STORE_AWAY = "store_away", _("The store of papers does not answer.")
    NO_MAILBOX = "no_mailbox", _("No e-mail address is entered for this authority.")
    NO_MAIL_SERVER = "no_mail_server", _("The mail server did not take the mail.")
    CUT_OFF = "cut_off", _("The attempts before were cut off.")
    ALTERED = "altered", _("What is kept differs from what was approved. It is not sent.")


def in_words(code: str) -> str:
    return str(Cause(code).label) if code in Cause.values else code


# What the status of an answer means. A range stands under its hundred.
BY_STATUS = {
    3: Cause.REDIRECTED,
    4: Cause.REFUSED,
    5: Cause.BROKEN,
    401: Cause.UNTRUSTED,
    403: Cause.UNTRUSTED,
    404: Cause.NOT_FOUND,
    408: Cause.TIMED_OUT,
    410: Cause.GONE,
    429: Cause.BUSY,
}


def of_status(status: int) -> Cause:
    return BY_STATUS.get(status, BY_STATUS.get(status // 100, Cause.NOT_HTTP))
