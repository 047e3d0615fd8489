"""Documents made from templates of the federation: the same sheet as PDF, as Word file and as pictures of its pages."""
