"""What neighbours do together: a group’s whole life, from an interest that was heard to members who run it themselves."""
