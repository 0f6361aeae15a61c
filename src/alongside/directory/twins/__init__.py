"""One group told twice, by two sources or by one: found, judged by a person, put together, and taken apart again."""
