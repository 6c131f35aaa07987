-- Forgets the grid of territories that are not public any more, or not in this shape; answers which.
WITH gone AS (
  DELETE FROM eligible_territory AS t
  WHERE NOT EXISTS (SELECT FROM unnest(CAST(:codes AS text[]), CAST(:outlines AS text[])) AS present(code, outline)
                    WHERE present.code = t.territory_code AND present.outline = t.outline)
  RETURNING territory_code)
SELECT territory_code FROM gone
