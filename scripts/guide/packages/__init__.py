"""Packages of the estimator with its rules: what programmers install."""
