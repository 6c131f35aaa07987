-- How much there is to do: one's own that are open, what waits for review by somebody else than its writers, what waits to be published.
SELECT (SELECT count(*) FROM proposal
        WHERE writers && string_to_array(:names, ',') AND state IN ('draft', 'submitted', 'approved', 'sent_back')) AS mine,
       (SELECT count(*) FROM proposal WHERE :reviews AND state = 'submitted' AND NOT writers && string_to_array(:names, ',') AND ${seen}) AS review,
       (SELECT count(*) FROM proposal WHERE :reviews AND state = 'approved' AND ${seen}) AS publish
