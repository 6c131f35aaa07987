SELECT -ordinality AS id, face.piece, face.result, face.basis, ST_Multi(ST_GeomFromWKB(decode(face.shape, 'hex'), 4326)) AS geom
FROM ROWS FROM (jsonb_to_recordset(CAST(:${faces} AS jsonb)) AS (piece text, result text, basis text[], shape text)) WITH ORDINALITY AS face
