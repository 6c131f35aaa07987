-- Who offered is forgotten; that somebody did stays, and what they said of the plot.
UPDATE plot_offer
SET organisation = NULL, contact_name = NULL, email = NULL, phone = NULL, message = NULL, erased_at = now(),
    properties = properties - ARRAY['owner_name', 'owner_contact', 'contact']
WHERE id = :id AND erased_at IS NULL
