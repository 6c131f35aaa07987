-- Status and price of a plot, version by version, as far as they were published.
SELECT at, status, price, basis
FROM (SELECT change.at, feature.version, status, price_eur_m2 AS price, price_basis AS basis, publication_status
      FROM plot AS feature JOIN change ON change.id = feature.change_id WHERE feature.id = :id
      UNION ALL
      SELECT made.at, past.version, past.attributes ->> 'status', (past.attributes ->> 'price_eur_m2')::numeric, past.attributes ->> 'price_basis',
             past.attributes ->> 'publication_status'
      FROM feature_history AS past JOIN change AS made ON made.id = past.made_by
      WHERE past.layer_id = 'plot' AND past.feature_id = :id) AS versions
WHERE publication_status = 'published' AND at <= :at
ORDER BY at, version
