"""The law as typed rows of integers, through time, with citations."""
