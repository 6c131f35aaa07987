-- Whether a feature is there for everybody.
SELECT EXISTS (SELECT FROM ${relation} AS feature WHERE ${public} AND id = :id)
