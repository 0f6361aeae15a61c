"""Where a map gets its streets: a file of one's own, or a server of tiles."""
