SELECT ${layer} AS layer,
       EXISTS (SELECT FROM ${relation} WHERE territory_code = :territory AND publication_status = 'published')
       OR EXISTS (SELECT FROM layer_coverage WHERE territory_code = :territory AND layer_id = ${layer}) AS available
