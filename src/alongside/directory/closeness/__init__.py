"""How close two texts are in meaning: the weights, the pieces that words are cut into, the encoder, and the columns that are searched by it."""
