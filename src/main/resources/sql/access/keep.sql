-- Writes times where they are others than before.
INSERT INTO access_time (layer_id, feature_id, profile, graph, edge, fraction, snap_metres, gateway_ids, seconds, metres)
SELECT :layer, r.id, r.profile, :graph, r.edge, r.fraction, r.snap, r.gateways::bigint[], r.seconds::integer[], r.metres::integer[]
FROM unnest(:ids::bigint[], :profiles::text[], :edges::integer[], :fractions::double precision[], :snaps::real[],
            :gateways::text[], :seconds::text[], :metres::text[]) AS r(id, profile, edge, fraction, snap, gateways, seconds, metres)
ON CONFLICT (layer_id, feature_id, profile) DO UPDATE SET graph = excluded.graph, edge = excluded.edge, fraction = excluded.fraction,
  snap_metres = excluded.snap_metres, gateway_ids = excluded.gateway_ids, seconds = excluded.seconds, metres = excluded.metres, computed_at = now()
