-- in one order, so that two admins who demote each other wait instead of blocking each other
SELECT id FROM account WHERE role = 'admin' AND active ORDER BY id FOR UPDATE
