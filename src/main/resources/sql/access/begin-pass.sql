-- Begins with the first feature again. Where features join the roads is known again when the pass is finished, unless it does not change.
INSERT INTO access_pass (layer_id, basis, snaps, features, done_to)
VALUES (:layer, :basis, '', (SELECT count(*) FROM ${relation}), -9223372036854775808)
ON CONFLICT (layer_id) DO UPDATE SET basis = excluded.basis, snaps = CASE WHEN access_pass.snaps = :snaps THEN access_pass.snaps ELSE '' END,
  features = excluded.features, done = 0, done_to = excluded.done_to, passed_over = '{}', started_at = now(), finished_at = NULL
