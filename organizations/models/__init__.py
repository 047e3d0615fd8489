"""The tables of who and where, one room per noun."""

from .access import AccessToken, LoginAttempt
from .authorities import Authority
from .certificates import Certificate
from .officers import Duty, Officer
from .reference import ReferenceState
from .regions import Region
from .unions import UnionOrg
from .users import User
from .warnings import EarlyWarning

__all__ = [
    "AccessToken",
    "Authority",
    "Certificate",
    "Duty",
    "EarlyWarning",
    "LoginAttempt",
    "Officer",
    "ReferenceState",
    "Region",
    "UnionOrg",
    "User",
]
