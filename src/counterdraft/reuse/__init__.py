"""Which wordings of a large corpus have a text's words: verbatim, edited, reordered, in part."""
