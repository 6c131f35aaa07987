-- The cadastral codes of the municipalities that a word may mean: a cadastral code, an ISTAT code, a name.
SELECT DISTINCT cadastral_code
FROM municipality
WHERE cadastral_code IS NOT NULL
  AND (cadastral_code = upper(:municipality) OR code = lpad(:municipality, 6, '0') OR search_form(name) = search_form(:municipality))
ORDER BY cadastral_code
