INSERT INTO invitation (host_id, host_layer, host_name, about, visit_date, starts, ends, people, party, language, host_language, created_by, expires_at,
                        host_email, organiser_name, organiser_email, organiser_phone, note)
VALUES (:host, :layer, :name, :about, :date, :starts, :ends, :people, CAST(:party AS jsonb), :language, :host_language, :by, :expires,
        :host_email, :organiser_name, :organiser_email, :organiser_phone, :note)
RETURNING id
