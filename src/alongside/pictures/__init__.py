"""Photographs that somebody wished to have kept: of their papers, of their own, and an organisation's pictures for Easy Read."""
