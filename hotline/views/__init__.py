"""Pages of the hotline, one room per noun."""
