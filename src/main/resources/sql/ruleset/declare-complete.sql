INSERT INTO layer_coverage (territory_code, layer_id, as_of, source, recorded_by)
VALUES (:territory, :layer, :as_of, :source, :who)
ON CONFLICT (territory_code, layer_id) DO UPDATE
SET as_of = excluded.as_of, source = excluded.source, recorded_by = excluded.recorded_by, recorded_at = now()
