SELECT code FROM ${relation} WHERE piece = :piece AND technology = ANY (:technologies)
