UPDATE visit_campaign SET name = :name, document = :document::jsonb, version = version + 1, updated_at = now() WHERE id = :id AND version = :version
