"""The models are the schema: what a record of the data may say, and nothing else."""

from guide.model.facts import COLLECTIONS, Collection, Facts, schema

__all__ = ["COLLECTIONS", "Collection", "Facts", "schema"]
