"""Pictures of figures: a chart → SVG or PNG, in one look, without a network."""
