"""The stage ``flag``: a resolution, and what other stages found → findings with their evidence."""
