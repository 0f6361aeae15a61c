"""Pages on which a team asks what is said of it, and those on which it is said."""
