INSERT INTO saved_search (expires_at, title, filter, sort, language, events, email, consent_version, consent_at)
VALUES (now() + make_interval(months => :months), :title, :filter, :sort, :language, :events, :email, :consent,
        CASE WHEN :email::text IS NULL THEN NULL ELSE now() END)
RETURNING id
