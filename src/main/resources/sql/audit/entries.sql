-- Entries, last first.
SELECT id, at, who, action, subject, detail FROM audit_entry
WHERE ${conditions}
ORDER BY at DESC, id DESC
LIMIT :limit
