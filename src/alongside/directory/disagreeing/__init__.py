"""Where one of us and a source say different things of an entry, and what was settled of it."""
