DELETE FROM visit_campaign WHERE id = :id AND version = :version
