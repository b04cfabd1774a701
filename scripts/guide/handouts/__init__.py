"""Hand-outs: what people carry away where there is no network, made from the pages and templates of the site."""
