class UnreadableSecret(Exception):
    """A sealed value that was changed, moved to another field, or sealed under a key that is not in the ring."""
