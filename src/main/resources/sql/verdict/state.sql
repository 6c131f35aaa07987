SELECT ${layer} AS layer, current_revision(${layer}) AS revision,
       ARRAY(SELECT t.code FROM unnest(:territories::text[]) AS t (code)
             WHERE EXISTS (SELECT FROM ${relation} WHERE ${public} AND territory_code = t.code)
                OR EXISTS (SELECT FROM layer_coverage AS c WHERE c.layer_id = ${layer} AND c.territory_code = t.code)) AS known_in,
       coalesce((SELECT demonstration FROM ${relation} WHERE ${public} AND territory_code = ANY (:territories::text[]) LIMIT 1), false) AS demonstration
