"""What the administrator keeps for referrals. Referrals themselves are not here."""

from .endpoints import CircuitAdmin, EndpointAdmin
from .kinds import AuthorityReachAdmin, OfficeRuleAdmin, ReferralKindAdmin

__all__ = ["AuthorityReachAdmin", "CircuitAdmin", "EndpointAdmin", "OfficeRuleAdmin", "ReferralKindAdmin"]
