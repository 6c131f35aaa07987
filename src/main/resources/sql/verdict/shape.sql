SELECT ST_AsBinary(ST_CollectionExtract(ST_Force2D(geom), 3)) FROM ${relation} WHERE ${public} AND id = :id
