"""Open Referral UK 3.0: what is good around here, for any program to read, without a key and without anybody in it."""
