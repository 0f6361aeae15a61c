"""A person and their circle."""
