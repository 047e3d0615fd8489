"""What every database of the hotline holds from the beginning."""
