"""Checks between records of the data, one kind of mistake a function."""
