"""The documents of supervision on paper: what they may name, how they are drawn, sealed and verified."""
