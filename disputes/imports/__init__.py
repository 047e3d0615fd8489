"""Cases that were handled before this system, taken in from the tables offices kept."""
