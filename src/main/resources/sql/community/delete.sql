DELETE FROM energy_community WHERE id = :id AND version = :version
