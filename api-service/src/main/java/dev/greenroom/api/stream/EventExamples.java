package dev.greenroom.api.stream;

/** How the stream is described. */
final class EventExamples {

    static final String DESCRIPTION = """
            [Server-Sent Events](https://html.spec.whatwg.org/multipage/server-sent-events.html), as `EventSource` reads \
            them: first the session's history, then what happens from now on.

            ```
            :
            retry:2180

            id:1
            event:turn.asked
            data:{"cursor":1,"type":"turn.asked","sessionId":"ses_…",…}

            id:2
            event:answer.received
            data:{"cursor":2,"type":"answer.received","sessionId":"ses_…",…}

            :
            ```

            - The `id` of an event is its place in the session's history: 1, 2, 3 … without a gap. Send that of the last \
            event that you have seen as `Last-Event-ID` (`EventSource` does), at any replica, to get what comes after it, \
            each event once and in order. Without it the stream begins with the oldest event that is kept (90 days).
            - A comment comes when nothing has happened for 15 s. Come back after `retry` milliseconds whenever a stream \
            ends or breaks: it ends after 15 minutes, when the service is renewed, when the session gets more than eight \
            streams, or when you don't take what is sent for 30 s. Nothing is lost by that.
            - When the session is over and all its answers have their feedback, the stream ends; who comes back gets 204, \
            after which `EventSource` stays away. An answer that is scored once more opens it again.
            - An event has what a list of turns and scores needs. The feedback in full is at `links.answer`. In INTERVIEW \
            mode scores are kept back until the session is over.""";

    static final String TURN_ASKED = "{\"cursor\": 1, \"type\": \"turn.asked\", " + Parts.HEAD + """
             "turn": {"id": "trn_01kB2m9fQ8Zr5tYw3xVn7M", "kind": "MAIN", "parentTurnId": null, "depth": 0,
              "questionId": "django-orm-n-plus-one", "questionVersion": 1,
              "prompt": "What is the N+1 query problem in Django, and how would you find and fix it?",
              "reason": null, "status": "ASKED", "askedAt": "2026-05-04T09:30:12.123456Z", "answerId": null,
              "draftSavedAt": null},
             """ + Parts.TO_SESSION;

    static final String ANSWER_RECEIVED = "{\"cursor\": 2, \"type\": \"answer.received\", " + Parts.HEAD + Parts.ANSWER
            + "\"status\": \"QUEUED\", \"feedbackWithheld\": false}, " + Parts.TO_ANSWER;

    static final String ANSWER_PRELIMINARY = "{\"cursor\": 3, \"type\": \"answer.preliminary\", " + Parts.HEAD
            + Parts.ANSWER + "\"status\": \"SCORING\", \"stage\": \"PRELIMINARY\", " + Parts.SCORE + Parts.TO_ANSWER;

    static final String ANSWER_SCORED = "{\"cursor\": 5, \"type\": \"answer.scored\", " + Parts.HEAD + Parts.ANSWER
            + "\"status\": \"SCORED\", \"stage\": \"FINAL\", " + Parts.SCORE + Parts.TO_ANSWER;

    static final String ANSWER_UNSCORED = "{\"cursor\": 5, \"type\": \"answer.unscored\", " + Parts.HEAD + Parts.ANSWER
            + "\"status\": \"UNSCORED\", \"stage\": \"FINAL\", \"reason\": \"LOW_TRANSCRIPT_CONFIDENCE\","
            + " \"feedbackWithheld\": false}, " + Parts.TO_ANSWER;

    static final String ANSWER_FAILED = "{\"cursor\": 5, \"type\": \"answer.failed\", " + Parts.HEAD + Parts.ANSWER
            + "\"status\": \"FAILED\", \"reason\": \"SCORING_FAILED\", \"feedbackWithheld\": false}, "
            + Parts.TO_ANSWER;

    static final String SESSION_COMPLETED =
            "{\"cursor\": 6, \"type\": \"session.completed\", " + Parts.HEAD + Parts.TO_SESSION;

    static final String SESSION_EXPIRED =
            "{\"cursor\": 6, \"type\": \"session.expired\", " + Parts.HEAD + Parts.TO_SESSION;

    static final String REPORT_READY = "{\"cursor\": 7, \"type\": \"report.ready\", " + Parts.HEAD + Parts.TO_SESSION;

    private EventExamples() {}

    /** What several examples have in common. */
    private static final class Parts {

        static final String HEAD = """
                "sessionId": "ses_01kB2m9fQ8Zr5tYw3xVn7L", "time": "2026-05-04T09:30:12.123456Z",
                """;

        static final String ANSWER = """
                "answer": {"id": "ans_01kB2m9fQ8Zr5tYw3xVn7N", "turnId": "trn_01kB2m9fQ8Zr5tYw3xVn7M",
                """;

        static final String SCORE = """
                "score": {"value": 72, "max": 100, "band": "SOLID", "spread": 4, "confidence": "HIGH",
                 "needsReview": false}, "feedbackWithheld": false},
                """;

        static final String TO_SESSION = """
                "links": {"session": "/v1/sessions/ses_01kB2m9fQ8Zr5tYw3xVn7L"}}""";

        static final String TO_ANSWER = """
                "links": {"session": "/v1/sessions/ses_01kB2m9fQ8Zr5tYw3xVn7L",
                 "answer": "/v1/answers/ans_01kB2m9fQ8Zr5tYw3xVn7N"}}""";

        private Parts() {}
    }
}
