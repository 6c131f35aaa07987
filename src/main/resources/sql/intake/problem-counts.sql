SELECT code, severity, count(*) AS count FROM load_problem WHERE load_id = :load GROUP BY code, severity ORDER BY code, severity
