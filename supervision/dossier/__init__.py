"""The file of a supervision matter (卷宗): its papers in their order, and the whole of it as one archive."""
