SELECT t.*, p.note, p.participants FROM tour AS t LEFT JOIN tour_personal AS p ON p.tour_id = t.id WHERE t.id = :id
