-- What a company was said to be, and where, is not known any more; that it changed, when and by whom, is.
UPDATE feature_history SET attributes = attributes - CAST(:names AS text[]), geom = NULL
WHERE layer_id = 'company' AND feature_id = :id
