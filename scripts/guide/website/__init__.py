"""Website as a server serves it: pages, files beside them, feeds, open data, headers, compression."""
