"""What an assistant may ask of the guide: estimate, search, fact, changes, and its pages as text."""
