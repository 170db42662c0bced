#!/bin/sh
# Writes an AOT cache for each service: train.sh FOLDER_OF_THE_SERVICES FOLDER_OF_THE_CACHES
# The jars have to lie where they will lie in service, and the JVM and its options have to be the same.
set -eu
apps=$1 caches=$2 here=$(dirname -- "$0")
data=$(mktemp -d)
mkdir -p "$caches"
for service in api-service:GREENROOM_API_JAVA_OPTS scoring-worker:GREENROOM_WORKER_JAVA_OPTS; do
    export "${service#*:}=-XX:AOTMode=record -XX:AOTConfiguration=$caches/${service%:*}.conf"
done
java -Xmx192m -cp "${GREENROOM_STACK_CLASSPATH:-$here/*}" \
    -Dgreenroom.api.jar="$apps/api-service/quarkus-run.jar" \
    -Dgreenroom.worker.jar="$apps/scoring-worker/quarkus-run.jar" \
    dev.greenroom.localstack.LocalStack --port 0 --data "$data" >"$data.log" 2>&1 &
stack=$!
i=0
until grep -q 'questions are prepared' "$data.log"; do
    i=$((i + 1))
    if [ $i -gt 180 ] || ! kill -0 $stack 2>/dev/null; then
        cat "$data.log" >&2
        exit 1
    fi
    sleep 1
done
kill -TERM $stack
wait $stack || true

# From the folder that the image starts in, and by its options: the cache holds both.
create() {
    service=$1
    shift
    (cd "$apps/$service" && java "$@" -XX:AOTMode=create -XX:AOTConfiguration="$caches/$service.conf" \
        -XX:AOTCache="$caches/$service.aot" -jar quarkus-run.jar)
    rm "$caches/$service.conf"
}
create api-service
create scoring-worker --enable-native-access=ALL-UNNAMED
ls -l "$caches"
rm -rf "$data" "$data.log"
