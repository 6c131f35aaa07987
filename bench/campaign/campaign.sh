#!/usr/bin/env bash
# Campaigns of given size in which everybody can have what it wants most: how near the search comes to that, how soon, and the bound shown beside it.
#
#   bench/campaign/campaign.sh [GROUPS] [HOSTS] [DAYS] [SECONDS] [SEEDS]     (100 50 5 60 3)
#
# The five kinds are those of Planted in the tests. One process with -Xmx512m, by the classes of target/comparto.jar.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && jar xf "$OLDPWD/target/comparto.jar" BOOT-INF)
libraries="$work/BOOT-INF/classes:$work/BOOT-INF/lib/*"
javac -nowarn -proc:none -d "$work/classes" -cp "$libraries" bench/campaign/CampaignBench.java src/test/java/org/comparto/campaign/matching/Planted.java
echo "$(nproc) cores, commit $(git rev-parse --short HEAD 2>/dev/null || echo unknown)"
java -Xmx512m -cp "$work/classes:$libraries" org.comparto.campaign.matching.CampaignBench "${1:-100}" "${2:-50}" "${3:-5}" "${4:-60}" "${5:-3}"
