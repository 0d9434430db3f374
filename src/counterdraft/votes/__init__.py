"""Roll-calls in, and what they show: who voted how, what moved, who votes together."""
