"""Pictures of figures: an Altair chart → SVG or PNG, in one look, without a network."""
