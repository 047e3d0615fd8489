"""What every file shares: an officer takes a step on a file, the law starts a clock, history remembers it."""
