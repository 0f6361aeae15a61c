"""Measuring the house beside stated peers, in one run: `make bench`. What was measured, and how, is in docs/bench.md."""
