"""Documents by address or symbol, over HTTP, with a cache, limits and manners."""
