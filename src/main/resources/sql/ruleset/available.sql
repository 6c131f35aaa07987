-- The territories in which a layer is known: something of it lies there, or somebody has said that it is complete there.
SELECT t.code FROM territory t
WHERE t.publication_status = 'published'
  AND (EXISTS (SELECT FROM ${relation} f WHERE f.territory_code = t.code AND f.publication_status = 'published')
       OR EXISTS (SELECT FROM layer_coverage c WHERE c.territory_code = t.code AND c.layer_id = :layer))
ORDER BY t.code
