"""Pages of the site, and each as HTML."""
