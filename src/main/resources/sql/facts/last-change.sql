SELECT max(at) FROM change
