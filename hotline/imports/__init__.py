"""Calls that were answered before this system, taken in from the tables offices kept."""
