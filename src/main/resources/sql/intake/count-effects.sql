SELECT count(*) FILTER (WHERE m.feature_id IS NULL) AS created,
       count(*) FILTER (WHERE m.changed <> '{}') AS changed,
       count(*) FILTER (WHERE m.changed = '{}') AS unchanged
FROM ${target} AS t LEFT JOIN ${match} AS m ON m."#row" = t."#row"
WHERE ${accepted}
