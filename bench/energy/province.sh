#!/usr/bin/env bash
# Eligible areas at the scale of a province, over HTTP:
#   bench/energy/province.sh DATA_FOLDER [URL [TERRITORY [ZONES]]]      (http://localhost:8080, cremona, 12)
# 1. how long all pieces of the territory take, for all technologies and all of time; 2. how long after the answer to a change of an industrial
# zone (made larger by 2 % and back) the collection eligible_area says something else around it; 3. how long the difference of two days takes in
# windows of 20 km, and for the whole territory. Needs python3 and an application on the demonstration of scale 1000 that runs with that data
# folder (./comparto run --demo-scale 1000 --data DATA_FOLDER), where the operator's token lies. Nothing else should run.
set -euo pipefail
exec python3 - "${1:?the data folder of the running application}" "${2:-http://localhost:8080}" "${3:-cremona}" "${4:-12}" <<'PYTHON'
import json, random, sys, time, urllib.error, urllib.parse, urllib.request

folder, url, territory, zones = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
token = open(folder + "/operator-token").read().strip()
random.seed(7)

def ask(method, path, body=None, **headers):
    headers = {name.replace("_", "-"): value for name, value in headers.items()} | {"Authorization": "Bearer " + token}
    request = urllib.request.Request(url + path, None if body is None else json.dumps(body).encode(), headers, method=method)
    with urllib.request.urlopen(request) as answer:
        text = answer.read()
        return answer.headers, json.loads(text) if text else None

def status():
    answer = ask("GET", "/api/energy/eligible/status")[1]
    return next(t for t in answer["territories"] if t["territory"] == territory), answer.get("job")

def settled():
    while status()[0]["state"] != "computed" or status()[1]:
        time.sleep(0.5)

at = lambda times, share: sorted(times)[min(len(times) - 1, int(len(times) * share))]
print("waiting until everything is computed", flush=True)
settled()

begun = time.perf_counter()
job = ask("POST", "/api/energy/eligible/computation?territory=" + territory)[1]["job"]
while ask("GET", f"/api/jobs/{job}")[1]["state"] not in ("DONE", "FAILED", "CANCELLED"):
    time.sleep(0.2)
state = status()[0]
print(f"{territory}: {state['done']} of {state['pieces']} pieces in {time.perf_counter() - begun:.1f} s", flush=True)

def corners(coordinates):
    return [coordinates] if isinstance(coordinates[0], (int, float)) else [c for part in coordinates for c in corners(part)]

def grown(coordinates, middle, by):
    if isinstance(coordinates[0], (int, float)):
        return [round(m + (c - m) * by, 7) for c, m in zip(coordinates, middle)]
    return [grown(part, middle, by) for part in coordinates]

def said(box):
    query = urllib.parse.urlencode({"f": "json", "limit": 1000, "bbox": ",".join(map(str, box)), "datetime": "2026-04-01", "filter": f"territory_code='{territory}'"})
    return sorted(f["properties"]["code"] for f in ask("GET", "/ogc/collections/eligible_area/items?" + query)[1]["features"])

query = urllib.parse.urlencode({"f": "json", "limit": 2000, "filter": f"territory_code='{territory}'"})
some = random.sample(ask("GET", "/ogc/collections/industrial_zone/items?" + query)[1]["features"], zones)
times = []
for zone in some:
    path = f"/ogc/collections/industrial_zone/items/{zone['id']}"
    box = [f(c[i] for c in corners(zone["geometry"]["coordinates"])) for f, i in ((min, 0), (min, 1), (max, 0), (max, 1))]
    middle = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
    for by in (1.02, 1): # its plots stay inside
        before = said(box)
        headers, now = ask("GET", path + "?f=json")
        geometry = dict(now["geometry"], coordinates=grown(zone["geometry"]["coordinates"], middle, by))
        try:
            ask("PATCH", path, {"geometry": geometry}, Content_Type="application/merge-patch+json", If_Match=headers["ETag"])
        except urllib.error.HTTPError as problem: # another zone lies near, for instance
            print("not changed:", problem.read().decode()[:160], flush=True)
            break
        begun = time.perf_counter()
        while said(box) == before and time.perf_counter() - begun < 60:
            time.sleep(0.05)
        times.append(time.perf_counter() - begun)
    settled()
if times:
    print(f"a zone that was changed, until the eligible areas around it are others: {len(times)} times, median {at(times, 0.5):.2f} s, longest {max(times):.2f} s", flush=True)

middle = [corners(zone["geometry"]["coordinates"])[0] for zone in some]
for days in (("2024-05-15", "2024-05-16"), ("2025-11-21", "2025-11-22")):
    times = []
    for lon, lat in middle:
        box = f"{lon - 0.127:.4f},{lat - 0.09:.4f},{lon + 0.127:.4f},{lat + 0.09:.4f}"
        begun = time.perf_counter()
        ask("GET", f"/api/energy/eligible/difference?technology=pv_ground&from={days[0]}&to={days[1]}&bbox={box}&zoom=11")
        times.append(time.perf_counter() - begun)
    begun = time.perf_counter()
    total = ask("GET", f"/api/energy/eligible/difference?technology=pv_ground&from={days[0]}&to={days[1]}&territory={territory}")[1]["summary"]["m2"]
    print(f"{days[0]} against {days[1]}: 20 km windows median {at(times, 0.5):.2f} s, longest {max(times):.2f} s; the territory {time.perf_counter() - begun:.2f} s,",
          ", ".join(f"{name} {m2 / 1e6:.1f} km²" for name, m2 in total.items()), flush=True)
PYTHON
