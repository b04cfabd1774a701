"""Scripts, styles and pictures made small; disk cache; QR codes; security policy."""
