-- Official boundary files hold the municipalities of a whole province or country; those outside the territories that an
-- installation serves are kept too, without a territory: plots near a border have neighbours.
ALTER TABLE municipality ALTER COLUMN territory_code DROP NOT NULL;
