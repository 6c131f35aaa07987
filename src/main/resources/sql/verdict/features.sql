SELECT id, geom FROM ${relation} WHERE id IN (${ids})
