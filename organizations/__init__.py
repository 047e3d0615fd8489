"""Who and where: regions, the union tree, authorities, users, officers and how they sign in."""
