"""Meetings as far as people are in them: the list of a day, the room, and what each took on."""
