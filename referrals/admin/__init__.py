"""What the administrator keeps for referrals. Referrals themselves are not here."""

from .endpoints import CircuitAdmin, EndpointAdmin
from .kinds import OfficeRuleAdmin, ReferralKindAdmin

__all__ = ["CircuitAdmin", "EndpointAdmin", "OfficeRuleAdmin", "ReferralKindAdmin"]
