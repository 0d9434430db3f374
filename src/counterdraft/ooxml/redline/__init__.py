"""An edit script → tracked changes of Word's.

The way of the data: sides holds either text, steps puts the edits into the order of both,
stream cuts each step where something changes; lines writes them in the UN's look, onto puts
them into the file that a text came from.
"""
