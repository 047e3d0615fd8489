"""What a worker may claim in money, reckoned by the formulas of the law: an aid for mediators, no decision."""
