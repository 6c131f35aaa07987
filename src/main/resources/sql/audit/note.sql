-- One entry; when, says the database.
INSERT INTO audit_entry (who, action, subject, detail) VALUES (:who, :action, :subject, :detail)
