"""Many meetings from one table: pasted, or brought as a file; looked at row by row, and kept whole or not at all."""
