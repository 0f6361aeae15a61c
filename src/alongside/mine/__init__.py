"""The person's own pages: their copy, their choices, and taking it away."""
