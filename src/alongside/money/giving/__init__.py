"""Grants in 360Giving's form, read and written as JSON and as CSV. No Django but in its page."""
