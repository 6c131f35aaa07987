-- The accounts of one person: whoever reads a mailbox can enter every account that is reset by it.
SELECT username FROM account
WHERE id = :id OR lower(email) = (SELECT lower(email) FROM account WHERE id = :id)
