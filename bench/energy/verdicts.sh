#!/usr/bin/env bash
# How long a verdict takes over HTTP, each for an area that nobody has asked about before:
#   bench/energy/verdicts.sh [URL [HOW_MANY [SEED]]]      (http://localhost:8080, 300, 1)
# Areas are stars of 0.1 to 4 km across near industrial zones, all technologies, days before and after each change of the law. The first
# 50 warm the server up and are not counted. Needs python3 and a running application with the demonstration data.
set -euo pipefail
exec python3 - "${1:-http://localhost:8080}" "${2:-300}" "${3:-1}" <<'PYTHON'
import json, math, random, sys, time, urllib.error, urllib.request

url, many, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
technologies = ["pv_ground", "pv_roof", "pv_canopy", "pv_floating", "agripv", "wind", "biomethane"]
days = ["2024-05-15", "2024-05-16", "2025-11-21", "2025-11-22", "2026-01-21", "2026-04-01"]
random.seed(seed)

def positions(coordinates):
    return [coordinates] if isinstance(coordinates[0], float) else [p for part in coordinates for p in positions(part)]

zones = json.load(urllib.request.urlopen(url + "/ogc/collections/industrial_zone/items?limit=1000&f=json"))["features"]
corners = [position for zone in zones for position in positions(zone["geometry"]["coordinates"])]

def star():
    lon, lat = random.choice(corners)
    lon, lat, size = lon + random.gauss(0, 0.01), lat + random.gauss(0, 0.008), random.choice([0.0005, 0.002, 0.006, 0.018])
    many = random.randint(4, 40)
    ring = []
    for i in range(many):
        away = size * random.uniform(0.4, 1)
        ring.append([lon + 1.4 * away * math.cos(2 * math.pi * i / many), lat + away * math.sin(2 * math.pi * i / many)])
    return {"type": "Polygon", "coordinates": [ring + ring[:1]]}

times, results, refused = [], {}, 0
for i in range(many + 50):
    body = json.dumps({"geometry": star(), "technology": random.choice(technologies), "date": random.choice(days)}).encode()
    began = time.perf_counter()
    try:
        answer = urllib.request.urlopen(urllib.request.Request(url + "/api/energy/verdicts", body, {"Content-Type": "application/json"})).read()
    except urllib.error.HTTPError as problem:
        if problem.code != 400: # outside of every territory
            raise SystemExit(problem.read().decode())
        refused += 1
        continue
    if i >= 50:
        times.append(1000 * (time.perf_counter() - began))
        result = json.loads(answer)["result"]
        results[result] = results.get(result, 0) + 1
times.sort()
at = lambda share: times[min(len(times) - 1, int(len(times) * share))]
print(f"{len(times)} verdicts: median {at(0.5):.0f} ms, p95 {at(0.95):.0f} ms, p99 {at(0.99):.0f} ms, longest {times[-1]:.0f} ms; {refused} areas outside; {results}")
PYTHON
