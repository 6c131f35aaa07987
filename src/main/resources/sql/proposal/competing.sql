-- Of some proposals those about whose feature something else is open.
SELECT p.id FROM proposal AS p
WHERE p.id IN (:ids) AND EXISTS (SELECT FROM proposal AS o WHERE o.feature_id = p.feature_id AND o.id <> p.id AND o.layer_id = p.layer_id
                                 AND o.state IN ('draft', 'submitted', 'approved', 'sent_back'))
