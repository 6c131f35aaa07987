-- How many hosts meet a question.
SELECT count(*) FROM (
${matching}
) AS host
