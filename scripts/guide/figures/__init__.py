"""Every figure by its id; tables, charts, the map, changes of the law, review dates."""
