#!/bin/sh
# Plays a whole interview against a running Greenroom: a strong, a half-right, a wrong and an "I don't know" answer.
# Usage: system-tests/interview.sh [URL [KEY]]; without a key the one of ./greenroom up is taken. Needs curl and jq.
set -eu

url=${1:-http://localhost:8080}
key=${2:-$(cat "$(dirname -- "$0")/../.greenroom/api-key")}

api() { # METHOD PATH [BODY]
    curl -sS -X "$1" "$url$2" -H "Authorization: Bearer $key" -H 'Content-Type: application/json' \
        -H 'Prefer: wait=20' ${3:+-d "$3"}
}

fail() {
    echo "FAILED: $1" >&2
    exit 1
}

reply() { # QUESTION NUMBER_OF_THE_ANSWER_TO_IT
    case $1/$2 in
        django-orm-n-plus-one/1) echo "One query loads the list, and then touching the author of each book in the loop \
runs one more query per row, so a hundred books cost a hundred and one queries. I find it by counting the queries with the \
debug toolbar, and pin it with assertNumQueries in a test. For a foreign key I use select_related, which is a SQL join; for \
many to many and reverse relations prefetch_related, which runs one more query with IN and joins the rows in Python." ;;
        django-orm-n-plus-one/*) echo "I would look at the number of queries per request in the SQL log, I guess." ;;
        django-orm-lazy-querysets/1) echo "Every filter call sends its own query to the database, so a chain of three \
filters costs three round trips. The query runs on the line where you assign it to a variable." ;;
        django-csrf-protection/1) echo "Django puts a hidden token into every form, and when the form is posted the \
middleware checks that the token is the right one, or else you get a 403." ;;
        django-csrf-protection/*) echo "Because another site can't read that token, so it can't send it along." ;;
        *) echo "Sorry, I don't know." ;;
    esac
}

session=$(api POST /v1/sessions '{"topic": "django", "maxFollowUps": 1, "questions":
  ["django-orm-n-plus-one", "django-orm-lazy-querysets", "django-csrf-protection"]}')
id=$(echo "$session" | jq -er .id) || fail "no session: $session"
asked=''
scores=''
follow_ups=0
unknown=none

while turn=$(echo "$session" | jq -e '.currentTurnId as $now | .turns[] | select(.id == $now)'); do
    question=$(echo "$turn" | jq -r .questionId)
    asked="$asked $question"
    number=$(echo "$asked" | tr ' ' '\n' | grep -c "^$question$")
    text=$(reply "$question" "$number")
    echo
    echo "$turn" | jq -r '"\(.kind)  \(.prompt)" + if .reason then "  [\(.reason.trigger)]" else "" end'
    echo "  > $text"
    answer=$(api POST "/v1/sessions/$id/answers" "$(echo "$turn" | jq --arg text "$text" '{turnId: .id, $text}')")
    answer=$(api GET "$(echo "$answer" | jq -er .links.self)") || fail "not taken in: $answer"
    echo "$answer" | jq -r '.evaluation as $e | "  \($e.score.value)/100 \($e.score.band) ±\($e.score.spread)",
        ($e.concepts[] | "    \(.state)  \(.label)" + if .evidence[0] then "  “\(.evidence[0].quote)”" else "" end),
        ($e.misconceptions[] | "    not so: \(.correction)")'
    # jq counts code points where the contract counts UTF-16 code units; in these answers they are the same.
    echo "$answer" | jq -e '.text as $t | [.evaluation | .. | objects | select(has("quote") and has("start"))]
        | all($t[.start:.end] == .quote)' > /dev/null || fail "a quote is not where it should be"
    score=$(echo "$answer" | jq .evaluation.score.value)
    case $(echo "$turn" | jq -r .kind) in
        MAIN) scores="$scores $score" ;;
        FOLLOW_UP) follow_ups=$((follow_ups + 1)) ;;
    esac
    case $text in
        Sorry*) unknown=$score ;;
    esac
    session=$(api GET "/v1/sessions/$id")
done

echo
echo "$session" | jq -r '"\(.status): \(.progress.answered) of \(.progress.total) questions"'
# shellcheck disable=SC2086 # one word each
set -- $scores
echo "strong $1, half right $3, wrong $2, don't know $unknown; $follow_ups follow-ups"
[ "$1" -gt "$3" ] && [ "$3" -gt "$2" ] && [ "$2" -gt "$unknown" ] && [ "$unknown" -eq 0 ] || fail "the scores are not in order"
