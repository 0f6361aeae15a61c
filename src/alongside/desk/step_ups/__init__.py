"""Hand-overs as far as people are in them: handing over, the exchange as each side sees it, and the page that both share."""
