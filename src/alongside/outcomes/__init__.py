"""How life is going, in the person's own words."""
