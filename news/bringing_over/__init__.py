"""Old articles brought over: HTML or a Word document cleaned to our blocks, as a draft."""
