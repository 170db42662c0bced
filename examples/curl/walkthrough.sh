#!/bin/sh
# An interview with nothing but curl: examples/curl/walkthrough.sh [URL] [KEY]
# Without arguments it takes the stack of './greenroom up' and its key.
set -eu
cd "$(dirname -- "$0")/../.."
url=${1:-http://localhost:8080}
key=${2:-$(cat .greenroom/api-key)}
reply=$(mktemp)
trap 'rm -f "$reply"' EXIT

# Shows a request, sends it, and shows what comes back; fails if the status is another than expected.
call() {
    expected=$1 method=$2 path=$3
    shift 3
    printf '\n> %s %s\n' "$method" "$path"
    status=$(curl -sS -o "$reply" -w '%{http_code}' -X "$method" "$url$path" -H "Authorization: Bearer $key" "$@")
    printf '< %s ' "$status"
    cut -c1-600 "$reply"
    printf '\n'
    [ "$status" = "$expected" ] || { echo "expected $expected" >&2; exit 1; }
}

# The first value of a field of text in the last reply.
field() { grep -o "\"$1\":\"[^\"]*\"" "$reply" | head -n 1 | cut -d '"' -f 4; }

send() { call "$@" -H 'Content-Type: application/json'; }

echo '# What can be asked'
call 200 GET /v1/topics
call 200 GET '/v1/questions?q=lazy+queryset&limit=1'

echo '# Start an interview. The key makes it safe to send twice: the second time the same session comes back.'
order='{"topic": "django", "questions": ["django-orm-lazy-querysets"], "maxFollowUps": 1}'
once=walkthrough-$$
send 201 POST /v1/sessions -H "Idempotency-Key: $once" -d "$order"
session=$(field id)
turn=$(field currentTurnId)
send 201 POST /v1/sessions -H "Idempotency-Key: $once" -d "$order"
[ "$(field id)" = "$session" ] || { echo 'a second session was started' >&2; exit 1; }

echo '# Answer. 202 means that it is stored and will be scored.'
send 202 POST "/v1/sessions/$session/answers" \
    -d "{\"turnId\": \"$turn\", \"text\": \"A QuerySet is lazy: nothing is sent to the database until I iterate over it.\"}"
answer=$(field id)

echo '# Wait for the feedback, 20 seconds at most.'
call 200 GET "/v1/answers/$answer" -H 'Prefer: wait=20'
[ "$(field status)" = SCORED ] || { echo 'there is no score' >&2; exit 1; }

echo '# The follow-up is the next turn of the session. This one is skipped.'
call 200 GET "/v1/sessions/$session"
turn=$(field currentTurnId)
[ -z "$turn" ] || send 202 POST "/v1/sessions/$session/answers" -d "{\"turnId\": \"$turn\", \"skipped\": true}"

echo '# What is wrong is said in problem details.'
send 422 POST /v1/sessions -d '{"topic": "django", "questionCount": 99}'

echo '# The end.'
send 200 POST "/v1/sessions/$session/complete"
echo
echo "status: $(field status)"
