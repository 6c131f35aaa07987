-- Forgets who asked and what they said in their own words; what is counted stays.
UPDATE inquiry
SET organisation = NULL, contact_name = NULL, email = NULL, phone = NULL, activity = NULL, message = NULL, search = NULL,
    idempotency_hash = NULL, request_hash = NULL, erased_at = now(), version = version + 1
WHERE id = :id AND erased_at IS NULL
