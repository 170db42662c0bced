#!/bin/sh
# Plays an interview over its live event stream: each question is answered when it is asked, and its score shown when it
# comes. The stream breaks off every few seconds and goes on where it was. Needs curl and jq.
# Usage: curl-walkthrough.sh [URL [KEY]]
set -eu
api=${1:-http://localhost:8080}
key=${2:-$(cat .greenroom/api-key)}
answers="You get one query for the list and one more for each row. select_related joins a foreign key,
and I count the queries in a test.
I think it has to do with the database, but I am not sure."

call() { curl -sS --fail-with-body -H "Authorization: Bearer $key" "$@"; }

place=$(mktemp)
trap 'rm -f "$place"' EXIT
session=$(call "$api/v1/sessions" -H 'Content-Type: application/json' \
    -d '{"topic": "django", "questionCount": 2, "maxFollowUps": 1, "seed": 7}' | jq -r .id)

answer() {
    text=$(echo "$answers" | sed -n "$((1 + $(cat "$place") / 3 % 3))p")
    echo "  > $text"
    jq -n --arg turn "$1" --arg text "$text" '{turnId: $turn, text: $text}' |
        call "$api/v1/sessions/$session/answers" -H 'Content-Type: application/json' \
            -H "Idempotency-Key: $1" -d @- >/dev/null
}

tell() {
    case $1 in
        turn.asked)
            echo "$2" | jq -r '.turn | "\n\(.kind)  \(.prompt)"'
            answer "$(echo "$2" | jq -r .turn.id)" ;;
        answer.scored) echo "$2" | jq -r '.answer.score | "  \(.value)/\(.max) \(.band)"' ;;
        session.completed) printf '\nThat was the last question.\n' ;;
    esac
}

# Prints the status in the end, since 204 says that nothing more is to come. A stream that was cut has no status of ours.
follow() {
    curl -sN --max-time 3 -w '\nstatus:%{http_code}\n' -H "Authorization: Bearer $key" -H "Last-Event-ID: $(cat "$place")" \
        "$api/v1/sessions/$session/events" || true
}

echo 0 >"$place"
status=
while [ "$status" != 204 ]; do
    status=$(follow | {
        data=
        while IFS= read -r line; do
            case $line in
                id:*) id=${line#id:} ;;
                event:*) type=${line#event:} ;;
                data:*) data=${line#data:} ;;
                status:*) echo "${line#status:}" ;;
                '') # only now is the event whole
                    [ -z "$data" ] || { tell "$type" "$data" >&2 </dev/null && echo "$id" >"$place"; }
                    data= ;;
            esac
        done
    })
    case $status in 200 | 204) ;; *) echo "The stream can't be followed: $status" >&2 && exit 1 ;; esac
done
