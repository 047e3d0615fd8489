"""An example of the other side: how the system of an authority takes referrals from Heyi. See README.md beside it.

It stands alone: Python, SQLite and the published library of Standard Webhooks. Nothing here is imported by Heyi.
"""

from .inbox import Inbox
from .papers import WrongBytes, fetch_paper
from .receipts import Answer, Paper, send_receipt
from .server import Receiver, receive

__all__ = ["Answer", "Inbox", "Paper", "Receiver", "WrongBytes", "fetch_paper", "receive", "send_receipt"]
