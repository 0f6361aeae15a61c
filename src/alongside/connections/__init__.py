"""Who was linked to what, and what became of it."""
