"""Refusal of a single value, with the sentence that says what to write instead."""

from pydantic_core import PydanticCustomError

from guide.facts.diagnostics import N_

WRITE_INSTEAD = N_("write {good}, not {bad}")


def wrong(message: str, **values: object) -> PydanticCustomError:
    """Return an error whose sentence is `message`; the loader turns it into a Mistake with its place."""
    return PydanticCustomError("guide", "{message}", {"message": message, "values": values})
