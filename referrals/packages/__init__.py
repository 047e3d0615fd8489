"""Packages for offices without a network: sealed, with a hash for each file, in both directions."""
