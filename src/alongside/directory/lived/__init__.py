"""What became of it where an entry was suggested: counts of a place, which hold nobody and lead to nobody."""
