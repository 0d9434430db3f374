"""What the field knows, as data: TOML files, each entry with its source, and their readers."""
