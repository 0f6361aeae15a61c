"""How somebody came to us."""
