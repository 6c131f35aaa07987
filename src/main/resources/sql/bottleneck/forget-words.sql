-- What was reported and refused may speak of people: its words go, from the record's history too.
UPDATE feature_history SET attributes = attributes || '{"name": null, "description_it": null, "description_en": null}'
WHERE layer_id = 'bottleneck' AND feature_id = :id
