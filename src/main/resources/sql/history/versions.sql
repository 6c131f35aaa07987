-- One page of versions, each with what it changed of the one before it that the reader may see.
WITH kept AS MATERIALIZED (
  SELECT version, publication_status AS status, "#made" AS made, "#ended" AS ended, "#deleted" AS deleted, geom,
         (SELECT to_jsonb(v) FROM (SELECT ${values}) AS v) AS seen
  FROM ${kept} AS kept
), compared AS (
  SELECT kept.*, lead(version) OVER newest AS former, lead(seen) OVER newest AS seen_before, lead(status) OVER newest AS status_before,
         geom IS DISTINCT FROM lead(geom) OVER newest AS reshaped
  FROM kept
  WINDOW newest AS (ORDER BY version DESC)
)
SELECT compared.version, compared.status, made.at, made.author, made.reviewer, made.kind, made.reason,
       former IS NOT NULL AND reshaped AS reshaped, former IS NOT NULL AND status IS DISTINCT FROM status_before AS restated,
       CAST((SELECT json_agg(now.key) FROM jsonb_each(seen) AS now
             WHERE former IS NOT NULL AND now.value IS DISTINCT FROM seen_before -> now.key) AS text) AS changed,
       deleted, ended.at AS deleted_at, ended.author AS deleted_by, ended.reason AS deleted_because
FROM compared
LEFT JOIN change AS made ON made.id = compared.made
LEFT JOIN change AS ended ON compared.deleted AND ended.id = compared.ended
ORDER BY compared.version DESC
LIMIT :limit
