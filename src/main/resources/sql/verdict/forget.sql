DELETE FROM verdict WHERE kept_for = '{}' AND asked_on < current_date - :days::integer
