-- Those whom a name or an address means, and who can be written to.
SELECT id, username, display_name, email, language
FROM account
WHERE active AND email IS NOT NULL AND (lower(username) = lower(:name) OR lower(email) = lower(:name))
ORDER BY id
LIMIT 5
