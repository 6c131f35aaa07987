SELECT count(*) FROM eligible_piece AS piece JOIN eligible_territory AS territory USING (territory_code) WHERE ${waiting}
