"""The stage ``cover``: a document or resolution, and a mandate → what it says of each topic."""
