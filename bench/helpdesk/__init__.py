"""The peer: django-helpdesk's ticket page, in a process of its own with the same Python and the same PostgreSQL."""
