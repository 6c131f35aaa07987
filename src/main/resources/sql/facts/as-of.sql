-- A layer as it was at a moment: what is unchanged since, and those former versions that were made before and ended after it.
(SELECT ${present} FROM ${relation} AS present JOIN change ON change.id = present.change_id AND change.at <= :at
 UNION ALL
 SELECT ${former}
 FROM feature_history AS past
 JOIN change AS made ON made.id = past.made_by AND made.at <= :at
 JOIN change AS ended ON ended.id = past.ended_by AND ended.at > :at
 CROSS JOIN LATERAL jsonb_populate_record(NULL::${relation}, past.attributes) AS kept
 WHERE past.layer_id = ${layer})
