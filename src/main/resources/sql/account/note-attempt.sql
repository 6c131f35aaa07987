INSERT INTO login_attempt (username, address, at, succeeded) VALUES (:username, :address, clock_timestamp(), :succeeded)
