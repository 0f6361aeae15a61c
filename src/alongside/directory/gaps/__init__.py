"""What somebody would like that is not there, or does not suit: kept wishes, out of which gaps grow."""
