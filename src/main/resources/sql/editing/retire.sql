-- One feature, as it was locked, is not public any more; its row, its code and its history stay.
UPDATE ${relation} SET publication_status = 'retired'
WHERE id = :id AND ${here}
RETURNING id, version, CAST(xmin AS text) AS xmin
