"""A question and its answer: inputs, engine, and the ways to ask and to tell."""
