"""Everything about somebody, as a file they can read without us: what is in it, whose names are left out, and how it is packed."""
