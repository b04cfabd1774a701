"""The models are the schema: what a record of the data may say, and nothing else."""

from guide.facts.facts import COLLECTIONS, Collection, Facts, HISTORIES, NOT_TOLD, schema

__all__ = ["COLLECTIONS", "HISTORIES", "NOT_TOLD", "Collection", "Facts", "schema"]
