"""Random plot searches, each as an address of the application and as the bare SQL of the same three answers: how many, how they
are spread over the values (each facet without its own condition), and the first 50 in order.

    python3 questions.py URL COUNT FOLDER      writes FOLDER/urls and FOLDER/1.sql, 2.sql …

The columns of the facets are those the application itself answers. The SQL is the best we know: one scan for the count, one for
all facets without a condition of their own (min, max and GROUPING SETS over a materialised narrow set), one for each other facet.
"""
import json, random, sys, urllib.parse, urllib.request

url, count, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]
random.seed(20261122)
answer = json.load(urllib.request.urlopen(f"{url}/api/plots?limit=1"))
hidden = answer["freshness"]["hiddenBefore"]
facets = {f["attribute"]: f for f in answer["facets"]}
public = (f"publication_status = 'published' AND (verified_on >= '{hidden}' OR verified_on IS NULL AND (surveyed_on >= '{hidden}'"
          f" OR surveyed_on IS NULL AND updated_at >= '{hidden} 00:00 Europe/Rome'))")
columns = ", ".join(f'"{name}"' for name in json.load(urllib.request.urlopen(f"{url}/ogc/collections/plot/items?limit=1"))["features"][0]["properties"])
LISTS = [name for name in facets if name.startswith("permitted_")]
RANGES = [name for name, f in facets.items() if f["kind"] == "range"]
VALUES = [name for name in facets if name not in RANGES and name not in LISTS]
NUMBERS = [name for name in RANGES if isinstance(facets[name].get("min"), (int, float))]


def condition():
    """(attribute, CQL2 and SQL alike)"""
    kind = random.choice(["value", "value", "number", "number", "number", "list", "truth", "box"])
    if kind == "value":
        name = random.choice([n for n in VALUES if facets[n]["values"] and isinstance(facets[n]["values"][0]["value"], str)])
        chosen = random.sample(facets[name]["values"][:12], min(len(facets[name]["values"][:12]), random.choice([1, 1, 2])))
        return name, f"{name} IN ({', '.join(repr(v['value']) for v in chosen)})", None
    if kind == "truth":
        name = random.choice([n for n in VALUES if facets[n]["values"] and isinstance(facets[n]["values"][0]["value"], bool)])
        return name, f"{name} = {random.choice(['TRUE', 'FALSE'])}", None
    if kind == "list":
        name = random.choice(LISTS)
        value = random.choice(facets[name]["values"])["value"]
        return name, f"A_CONTAINS({name}, ('{value}'))", f"{name} @> ARRAY['{value}']"
    if kind == "box":
        west, south = random.uniform(9.5, 10.5), random.uniform(44.8, 45.4)
        box = f"{west:.4f}, {south:.4f}, {west + 0.3:.4f}, {south + 0.2:.4f}"
        return "geometry", f"S_INTERSECTS(geometry, BBOX({box}))", f"ST_Intersects(geom, ST_MakeEnvelope({box}, 4326))"
    name = random.choice(NUMBERS)
    low, high = facets[name]["min"], facets[name]["max"]
    bound = round(low + (high - low) * random.random() ** 2, 1)
    return name, f"{name} {random.choice(['<', '>=', '>='])} {bound}", None


with open(f"{folder}/urls", "w") as urls:
    for n in range(1, count + 1):
        asked = {}
        for _ in range(random.randint(1, 4)):
            name, cql, sql = condition()
            asked.setdefault(name, (cql, sql or cql))
        sort = random.choice(["area_m2", "-area_m2", "price_eur", "truck_min_toll_gate", "status", ""])
        urls.write(f"{url}/api/plots?limit=50&filter={urllib.parse.quote(' AND '.join(c for c, _ in asked.values()))}"
                   + (f"&sort={sort}" if sort else "") + "\n")
        where = lambda but: " AND ".join([public] + [s for name, (_, s) in asked.items() if name != but])
        free = lambda names: [name for name in names if name not in asked]
        order = f"{sort.lstrip('-')} {'DESC' if sort.startswith('-') else 'ASC'} NULLS LAST, id" if sort else "id"
        with open(f"{folder}/{n}.sql", "w") as sql:
            sql.write(f"SELECT count(*) FROM plot WHERE {where(None)};\n")
            narrow = free(VALUES) + free(LISTS) + free(RANGES)
            bounds = ", ".join(f"min({r})::text || ' ' || max({r})::text || ' ' || count({r})" for r in free(RANGES))
            lists = " ".join(f"UNION ALL SELECT '{l}', v, count(*)::text FROM found, unnest({l}) AS v GROUP BY v" for l in free(LISTS))
            sql.write(f"WITH found AS MATERIALIZED (SELECT {', '.join(narrow)} FROM plot WHERE {where(None)})"
                      f" SELECT 'values', concat_ws(' ', {', '.join(free(VALUES))}), count(*)::text FROM found"
                      f" GROUP BY GROUPING SETS ({', '.join(f'({v})' for v in free(VALUES))})"
                      f" UNION ALL SELECT 'ranges', concat_ws(';', {bounds}), NULL FROM found {lists};\n")
            for name in asked:
                if name in LISTS:
                    sql.write(f"SELECT v, count(*) FROM plot, unnest({name}) AS v WHERE {where(name)} GROUP BY v;\n")
                elif name in RANGES:
                    sql.write(f"SELECT min({name}), max({name}), count({name}) FROM plot WHERE {where(name)};\n")
                elif name in VALUES:
                    sql.write(f"SELECT {name}, count(*) FROM plot WHERE {where(name)} GROUP BY {name};\n")
            sql.write(f"SELECT id, ST_X(ST_PointOnSurface(geom)), ST_Y(ST_PointOnSurface(geom)), box2d(geom),"
                      f" (SELECT row_to_json(p) FROM (SELECT {columns}) AS p) FROM plot WHERE {where(None)} ORDER BY {order} LIMIT 50;\n")
