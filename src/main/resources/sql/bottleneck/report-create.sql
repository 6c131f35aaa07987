-- What only the desk may know of a report.
INSERT INTO bottleneck_report (id, ticket, state, bottleneck_id, territory_code, language, contact_name, email, phone, consent_version)
VALUES (:id, :ticket, :state, :bottleneck, :territory, :language, :contact_name, :email, :phone, :consent)
RETURNING received_at
