UPDATE notification SET error = :error, next_attempt_at = now() + make_interval(secs => :wait::bigint) WHERE id = :id
