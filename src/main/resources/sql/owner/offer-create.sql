INSERT INTO plot_offer (id, ticket, state, plot_id, confirmed_at, territory_code, municipality_code, language, offered_by, organisation, contact_name, email, phone,
                        message, consent_version, properties, geometry)
VALUES (:id, :ticket, :state, :plot, CASE WHEN :confirmed THEN now() END, :territory, :municipality, :language, :offered_by, :organisation, :contact_name, :email, :phone,
        :message, :consent, CAST(:properties AS jsonb), CAST(:geometry AS jsonb))
