"""Page furniture: base page, components, forms that save themselves."""
