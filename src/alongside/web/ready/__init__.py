"""Templates made ready when they are loaded: Django reads them, and what it has read says the same in fewer steps (docs/decisions/0083)."""
