UPDATE verdict SET asked_on = current_date WHERE id = :id AND asked_on < current_date
