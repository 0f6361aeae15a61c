"""Are these two one person? A pure engine: what is compared, what each likeness weighs, whom to compare at all, and who then belongs together."""
