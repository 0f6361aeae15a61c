"""What somebody says is not right with an entry: heard from anybody, weighed for those who keep it true, settled by one of them."""
