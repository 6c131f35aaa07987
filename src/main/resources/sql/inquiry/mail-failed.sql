UPDATE inquiry_mail SET error = :error, next_attempt_at = now() + make_interval(secs => :wait::bigint) WHERE inquiry_id = :id AND kind = :kind
