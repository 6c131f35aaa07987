UPDATE ${relation} AS r
SET ${assignments}
FROM ${target} AS t JOIN ${match} AS m ON m."#row" = t."#row"
WHERE r.id = m.feature_id AND m.changed <> '{}'
  AND ${accepted}
