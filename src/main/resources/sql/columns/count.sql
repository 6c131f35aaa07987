SELECT count(*) FROM ${relation} WHERE ${public} AND (${where})
