"""When the facts must be looked at again."""

from __future__ import annotations

import datetime

from guide.figures import Figures


def review_day(figures: Figures) -> datetime.date:
    """The first change of the law ahead, or the end of the shortest cadence, whichever is sooner."""
    site = figures.facts.site
    days = [site.checked + datetime.timedelta(days=cadence.days) for cadence in site.cadence]
    days += [datetime.date.fromisoformat(f"{month}-01") for month in figures.boundaries[:1]]
    return min(days)
