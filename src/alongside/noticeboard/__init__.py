"""The public directory: no sign-in, and no person in it."""
