"""The room's pages, one a file."""
