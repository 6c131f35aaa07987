-- How long this transaction waits for others, and how long a statement of it may take.
SELECT set_config('lock_timeout', :lock, true), set_config('statement_timeout', :statement, true)
