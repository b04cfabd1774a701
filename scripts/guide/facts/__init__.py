"""The facts: records with places, read from YAML and checked by their models."""
