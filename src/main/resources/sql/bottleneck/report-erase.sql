-- Who reported is forgotten; that somebody did stays.
UPDATE bottleneck_report SET contact_name = NULL, email = NULL, phone = NULL, erased_at = now(), version = version + 1
WHERE id = :id AND erased_at IS NULL
