-- Writes the next features anew where they differ.
SELECT looked_at, last, differing, written FROM derive_substations(CAST(:relation AS regclass), :after, :most)
