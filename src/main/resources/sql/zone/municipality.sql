SELECT coalesce(name, code) FROM ${relation} WHERE ${public} AND code = :code
