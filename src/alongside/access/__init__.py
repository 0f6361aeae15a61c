"""Who may see whom, and why."""
