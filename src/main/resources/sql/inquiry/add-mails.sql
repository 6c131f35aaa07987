-- The receipt, and the notice where the desk wants one.
INSERT INTO inquiry_mail (inquiry_id, kind) SELECT :id, kind FROM unnest(string_to_array(:kinds, ',')) AS kind
