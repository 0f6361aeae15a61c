"""Alongside: software for people who walk alongside others in their own neighbourhood."""
