"""Stories that people choose to tell: drafted with them, looked through for what would give them away, agreed to, printed once, withdrawn."""
