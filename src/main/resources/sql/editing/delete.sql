-- One feature, as it was locked; its last version stays in the history.
DELETE FROM ${relation} WHERE id = :id AND ${public}
