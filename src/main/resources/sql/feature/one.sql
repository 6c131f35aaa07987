-- The row version of one feature, if it is public.
SELECT xmin FROM ${relation} WHERE id = :id AND ${public}
