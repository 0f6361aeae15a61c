"""The desk's forms: few boxes, and fewer that must be filled."""
