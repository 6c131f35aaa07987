-- When the versions of a feature were made and by whom, the present one last.
SELECT at, author
FROM (SELECT h.version, CAST(h.attributes ->> 'updated_at' AS timestamptz) AS at, c.author
      FROM feature_history AS h JOIN change AS c ON c.id = h.made_by
      WHERE h.layer_id = :layer AND h.feature_id = :id
      UNION ALL
      SELECT f.version, f.updated_at, c.author
      FROM ${relation} AS f JOIN change AS c ON c.id = f.change_id
      WHERE f.id = :id) AS versions
ORDER BY version, at
