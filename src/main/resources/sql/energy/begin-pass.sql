-- Begins with the first feature again.
INSERT INTO substation_pass (layer_id, basis, features, done_to) VALUES (:layer, :basis, (SELECT count(*) FROM ${relation}), -9223372036854775808)
ON CONFLICT (layer_id) DO UPDATE SET basis = excluded.basis, features = excluded.features, done = 0, done_to = excluded.done_to, skipped = false,
  changed = 0, started_at = now(), finished_at = NULL
