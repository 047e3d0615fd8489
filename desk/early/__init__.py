"""The box of early warnings on the desk, and the choice of how early they come."""
