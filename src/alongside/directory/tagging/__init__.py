"""Activities and causes of an entry: published words for them, what its text suggests and why, and what people said of that."""
