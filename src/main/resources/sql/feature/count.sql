-- How many public features of one layer match.
SELECT count(*) FROM ${relation} WHERE ${public} AND ${matching}
