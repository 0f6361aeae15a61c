"""What people and partners say of the team itself, without their names: how it was, and how it is to work beside it."""
