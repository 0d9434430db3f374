"""Accounts of votes on disk, beside the corpus: immutable parts, and a manifest that names them."""
