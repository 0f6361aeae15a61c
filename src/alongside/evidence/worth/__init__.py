"""What it was worth, as pages: a valuation whose assumptions can be moved, and versions of it that stay and of which every pound opens."""
