UPDATE ${table} SET error = :error, next_attempt_at = now() + make_interval(secs => CAST(:wait AS bigint)) WHERE id = :id
