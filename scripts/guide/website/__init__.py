"""What a server serves: pages, files beside them, feeds, open data, headers, compression."""
