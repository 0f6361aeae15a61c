"""Feeds: what other directories publish, read again and again, slowly, and never further than the open internet."""
