-- What some changes did to one layer touches the pieces that the old or the new shapes can reach, for the technologies that read the layer.
-- Boxes are compared, as the computation does when it asks for features, so that nothing that it could read is missed.
WITH moved AS (
  SELECT DISTINCT ST_Envelope(geom) AS box FROM (
    SELECT geom FROM ${relation} WHERE change_id = ANY (:changes)
    UNION ALL
    SELECT geom FROM feature_history WHERE layer_id = :layer AND (ended_by = ANY (:changes) OR made_by = ANY (:changes))) AS versions
), reaches AS (
  SELECT * FROM unnest(CAST(:territories AS text[]), CAST(:technologies AS text[]), CAST(:metres AS double precision[])) AS r(territory, technology, metres)
)
UPDATE eligible_work AS work SET touched = touched + 1
FROM (
  SELECT DISTINCT piece.id, reaches.technology
  FROM moved
  CROSS JOIN reaches
  JOIN eligible_piece AS piece ON piece.territory_code = reaches.territory AND piece.geom && ${reached}
) AS reached
WHERE work.piece_id = reached.id AND work.technology = reached.technology
