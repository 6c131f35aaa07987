#!/usr/bin/env bash
# Compiles the bench against the search in target/comparto.jar, where either has changed, and prints the folder of the classes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
made=target/bench-toptw
package=org/comparto/orienteering
sources=(bench/toptw/{ToptwBench,PlainSearch}.java src/test/java/$package/{ToptwFile,ToptwRules,PlantedInstance}.java)
if [ ! -d $made ] || [ -n "$(find target/comparto.jar "${sources[@]}" -newer $made -print -quit)" ]; then
  work=$(mktemp -d target/bench-toptw.XXXXXX)
  trap 'rm -rf "$work"' EXIT
  (cd "$work" && jar xf ../comparto.jar BOOT-INF/classes/$package)
  javac -nowarn -proc:none -d "$work/BOOT-INF/classes" -cp "$work/BOOT-INF/classes" "${sources[@]}" >&2
  rm -rf $made
  touch "$work/BOOT-INF/classes"
  mv "$work/BOOT-INF/classes" $made
fi
echo "$PWD/$made"
