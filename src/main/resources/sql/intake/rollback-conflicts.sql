-- Records that somebody changed after the change :change made, changed or removed them:
-- versions that it made and that ended since; records whose code was taken since; records of its layer that are not its own.
SELECT feature_id, code, changed_by, changed_at::text
FROM (
  SELECT DISTINCT ON (h.feature_id) h.feature_id, h.attributes ->> 'code' AS code, c.author AS changed_by, c.at AS changed_at
  FROM feature_history AS h JOIN change AS c ON c.id = h.ended_by
  WHERE h.layer_id = :layer AND h.made_by = :change
  ORDER BY h.feature_id, c.at DESC
) AS ended
UNION
SELECT r.id, r.code, c.author, c.at::text
FROM feature_history AS h JOIN ${relation} AS r ON ${same_code} JOIN change AS c ON c.id = r.change_id
WHERE h.layer_id = :layer AND h.ended_by = :change AND r.change_id <> :change AND (r.id <> h.feature_id OR h.deleted)
UNION
SELECT r.id, r.code, c.author, c.at::text
FROM ${relation} AS r JOIN change AS c ON c.id = r.change_id
WHERE :made AND r.change_id <> :change
ORDER BY feature_id
LIMIT :limit
