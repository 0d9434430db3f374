"""The look of the United Nations' documents, as Word files.

The way of the data: masthead says what stands at the head, numbers which numbers Word counts and
which are typed; body makes paragraphs of lines, file puts them with styles, lists, notes and
running heads into a package.
"""
