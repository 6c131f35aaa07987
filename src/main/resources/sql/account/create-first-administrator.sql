-- a second instance that starts at the same time waits here for the first, and then inserts nothing
INSERT INTO account (username, display_name, password_hash, must_change_password, role)
SELECT 'admin', 'Administrator', :password_hash, true, 'admin'
WHERE NOT EXISTS (SELECT FROM account)
ON CONFLICT (lower(username)) DO NOTHING
