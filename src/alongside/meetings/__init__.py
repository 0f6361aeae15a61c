"""Meetings of several professions about people who agreed to it: who met, what was agreed, and who does it by when."""
