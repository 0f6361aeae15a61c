"""Walking alongside one person."""
