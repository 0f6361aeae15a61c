"""Files of entries, brought from the page or by command: packages of tables, and sheets by a mapping."""
