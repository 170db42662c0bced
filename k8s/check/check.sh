#!/bin/sh
# Checks all that is shipped for operators, without a cluster and without a container engine.
set -eu
cd "$(dirname -- "$0")"
./tools.sh
exec npm test --silent
