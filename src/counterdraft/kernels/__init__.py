"""Compiled kernels, whose ever they are: loaded, and said where they must be compiled first."""
