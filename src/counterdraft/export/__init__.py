"""A resolution written for other programs and people: Akoma Ntoso, DOCX, JSON, CSV, Markdown."""
