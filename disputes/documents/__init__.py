"""The documents of a case: which there are, what they may print, and how one is issued."""
