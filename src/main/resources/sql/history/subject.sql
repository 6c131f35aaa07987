-- Where a feature stands: its row, or how its last version ended if the row is gone.
SELECT * FROM (
  SELECT version, publication_status AS status, true AS there, ${public} AS public, territory_code AS territory, ${consents} AS consents
  FROM ${relation} WHERE id = :id
  UNION ALL
  (SELECT version, 'deleted', false, false, attributes ->> 'territory_code', NULL
   FROM feature_history WHERE layer_id = :layer AND feature_id = :id ORDER BY version DESC LIMIT 1)
) AS found
ORDER BY there DESC
LIMIT 1
