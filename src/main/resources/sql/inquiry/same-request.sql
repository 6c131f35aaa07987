SELECT id, ticket, received_at, request_hash = :request_hash AS same FROM inquiry WHERE idempotency_hash = :idempotency_hash
