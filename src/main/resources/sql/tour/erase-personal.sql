-- The tour itself stays: hosts and times are nobody's personal data.
DELETE FROM tour_personal WHERE erase_after < current_date RETURNING tour_id
