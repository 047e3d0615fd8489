"""What the administrator keeps for referrals. Referrals themselves are not here."""

from .endpoints import CircuitAdmin, EndpointAdmin
from .kinds import ReferralKindAdmin

__all__ = ["CircuitAdmin", "EndpointAdmin", "ReferralKindAdmin"]
