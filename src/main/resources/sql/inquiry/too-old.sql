SELECT id FROM inquiry WHERE erased_at IS NULL AND received_at < now() - make_interval(months => :months) ORDER BY id LIMIT 500
