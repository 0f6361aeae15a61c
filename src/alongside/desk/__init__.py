"""A coordinator's day, and one page for each person."""
