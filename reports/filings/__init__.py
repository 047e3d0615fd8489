"""The reports a union files: their kinds and columns, what they hold, how they print."""
