"""Which pages there are, and each as HTML."""
