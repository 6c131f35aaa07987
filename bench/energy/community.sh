#!/usr/bin/env bash
# A year of an energy community of 200 members and 20 plants, computed in one process with -Xmx1g by the classes of target/comparto.jar:
#
#   bench/energy/community.sh
#
# The first figure is of a cold process, with reading the tariffs; the others are of a warm one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && jar xf "$OLDPWD/target/comparto.jar" BOOT-INF)
libraries="$work/BOOT-INF/classes:$work/BOOT-INF/lib/*"
javac -nowarn -proc:none -d "$work/classes" -cp "$libraries" bench/energy/CommunityBench.java
echo "$(nproc) cores, commit $(git rev-parse --short HEAD 2>/dev/null || echo unknown)"
java -Xmx1g -cp "$work/classes:$libraries" org.comparto.community.CommunityBench
