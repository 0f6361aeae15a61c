"""What every room stands on. Nothing here knows of Django or of a database."""
