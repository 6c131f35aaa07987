SELECT id FROM ${relation} WHERE id IN (:ids) AND ${public}
