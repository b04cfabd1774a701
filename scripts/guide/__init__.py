"""The guide: facts, rules, estimates, pages. Imports point down only (see HACKING.md)."""
