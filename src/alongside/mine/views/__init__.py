"""The pages of somebody’s own copy: for those who make it, and for themselves."""
