"""The case file (卷宗): its papers in their order, what is missing, and the whole of it as one archive."""
