-- Who owns which plot, as a number that says no more than who is the same: names are the desk's. Upper and lower case and
-- blanks at the ends make no other owner.
SELECT id, dense_rank() OVER (ORDER BY lower(btrim(owner_name)))::integer AS owner
FROM plot
WHERE publication_status = 'published' AND btrim(owner_name) <> '' AND id = ANY (:ids)
