"""The command line: it calls jobs, and nothing else of ours."""
