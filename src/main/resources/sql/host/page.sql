-- One page of the hosts that meet a question.
SELECT id FROM (
${matching}
) AS host
ORDER BY ${order}
LIMIT :limit OFFSET :offset
