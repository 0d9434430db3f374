"""The rules: one subject a module, each with its rules as values."""
