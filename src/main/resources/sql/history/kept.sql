-- Versions of one feature below a number, newest first: the present row and the newest former ones. Few are taken out of the index
-- before anything is unpacked, however many there are.
(SELECT ${present}, present.geom, present.change_id AS "#made", CAST(NULL AS bigint) AS "#ended", false AS "#deleted"
 FROM ${relation} AS present WHERE present.id = :id AND present.version < ${before}
 UNION ALL
 (SELECT ${former}, past.geom, past.made_by, past.ended_by, past.deleted
  FROM feature_history AS past CROSS JOIN LATERAL jsonb_populate_record(CAST(NULL AS ${relation}), past.attributes) AS former
  WHERE past.layer_id = :layer AND past.feature_id = :id AND past.version < ${before} AND past.attributes @> CAST(:seen AS jsonb)
  ORDER BY past.version DESC, past.ended_by DESC LIMIT ${limit}))
