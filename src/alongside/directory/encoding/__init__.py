"""What entries mean, kept beside them as vectors."""
