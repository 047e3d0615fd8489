"""Which employers are heading for trouble, by plain counts, and the letter a person may send them."""
