"""The models are the schema: what a record of the data may say, and nothing else."""

from guide.model.facts import COLLECTIONS, NOT_TOLD, Collection, Facts, schema

__all__ = ["COLLECTIONS", "NOT_TOLD", "Collection", "Facts", "schema"]
