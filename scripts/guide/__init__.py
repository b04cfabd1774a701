"""The guide: facts, rules, estimates, pages. Imports point down only (see CONTRIBUTING.md)."""
