"""Who works where, and for whom."""
