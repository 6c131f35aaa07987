-- What a layer had and has no more, last gone first: rows that are retired, and rows that were deleted and did not come back.
SELECT gone.id, gone.code, gone.name, gone.territory, gone.version, gone.status, change.id AS change, change.at, change.author, change.reason
FROM (
  (SELECT id, code, name, territory_code AS territory, version, 'retired' AS status, change_id AS change
   FROM ${relation}
   WHERE publication_status = 'retired' AND ${mine} AND ${found} AND (change_id, id) < (:change, :id)
   ORDER BY change_id DESC, id DESC LIMIT :limit)
  UNION ALL
  (SELECT feature_id, attributes ->> 'code', attributes ->> 'name', attributes ->> 'territory_code', version, 'deleted', ended_by
   FROM feature_history AS past
   WHERE layer_id = :layer AND deleted AND ${mine_past} AND ${found_past} AND (ended_by, feature_id) < (:change, :id)
     AND NOT EXISTS (SELECT FROM ${relation} AS there WHERE there.id = past.feature_id)
     AND NOT EXISTS (SELECT FROM feature_history AS later WHERE later.layer_id = :layer AND later.feature_id = past.feature_id
                     AND later.version > past.version)
   ORDER BY ended_by DESC, feature_id DESC LIMIT :limit)
) AS gone
JOIN change ON change.id = gone.change
ORDER BY change.id DESC, gone.id DESC
LIMIT :limit
