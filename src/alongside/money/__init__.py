"""Who pays for which post, and what small sums did: posts, funding streams, budgets and spends. Nobody who is walked alongside is in it."""
