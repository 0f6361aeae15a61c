"""What is good around here."""
