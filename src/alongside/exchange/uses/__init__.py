"""A practice's own count of visits, as a table with a row for each: looked at first, each row with what is wrong with it."""
