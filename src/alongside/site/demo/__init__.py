"""An invented town and two years of its life: planned by chance from a seed, then lived through the same actions as the pages."""
