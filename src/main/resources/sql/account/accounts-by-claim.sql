SELECT id
FROM account
WHERE active AND lower(CASE WHEN :by_email THEN email ELSE username END) = lower(:value)
  AND NOT EXISTS (SELECT FROM account_identity WHERE account_id = account.id AND issuer = :issuer)
