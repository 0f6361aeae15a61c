"""What was done and looked at: written once."""
