"""Pages of dispute cases, one room per noun."""
