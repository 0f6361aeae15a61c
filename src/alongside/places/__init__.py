"""Localities, postcodes, areas."""
