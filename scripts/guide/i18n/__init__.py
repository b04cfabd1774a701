"""Languages: catalogs, money, dates, numbers in words, speech, labels."""
