"""Where the site stands in public. Only commands ask; everything else is told."""

from __future__ import annotations

from collections.abc import Mapping

from guide.model.scalars import is_address


def address_from(environment: Mapping[str, str]) -> str | None:
    """`SITE_URL`, in place of the address in data/site.yml; None where it is not set, empty for no address at all.

    Raises SystemExit on what is no address of the web: it becomes links, codes on paper and the map of the site.
    """
    text = environment.get("SITE_URL")
    if text and not (is_address(text) and text.startswith(("https://", "http://"))):
        raise SystemExit(f"SITE_URL: write a full address that begins with https://, not {text}")
    return text
