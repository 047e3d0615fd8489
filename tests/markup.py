"""What a page may not be, read from its markup."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

IDENTITY = re.compile(r'\sid="([^"]+)"')


def doubled(answer: Any) -> list[str]:
    """The identities more than one element claims: labels, links to errors and scripts would find the first only."""
    return [name for name, times in Counter(IDENTITY.findall(answer.content.decode())).items() if times > 1]
