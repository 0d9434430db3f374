"""Who votes with whom: agreement of two states, cohesion of groups, the record of one state."""
