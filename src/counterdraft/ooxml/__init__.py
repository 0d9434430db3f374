"""Word's XML: its package, styles, numbering, tracked changes, notes and comments.

The way of the data: package opens the zip safely, xml parses a part, story walks its
paragraphs and pieces their contents; revisions says what stands in which view; styles
and numbering say what a reader sees beside the words; notes and comments hold what is
said below and in the margin.
"""
