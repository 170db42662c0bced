package dev.greenroom.example

import dev.greenroom.kotlin.apis.AnswersApi
import dev.greenroom.kotlin.apis.SessionsApi
import dev.greenroom.kotlin.models.AnswerStatus
import dev.greenroom.kotlin.models.StartSession
import dev.greenroom.kotlin.models.SubmitAnswer
import okhttp3.OkHttpClient
import java.time.Duration
import java.util.UUID

/** Plays an interview with the client that openapi-generator makes for Kotlin; [say] gets a line for each thing that happens. */
fun playInterview(url: String, key: String, reply: (prompt: String) -> String, say: (String) -> Unit) {
    val http = OkHttpClient.Builder()
        .readTimeout(Duration.ofSeconds(40)) // an answer may be waited for up to 30 s
        .addInterceptor { chain ->
            chain.proceed(chain.request().newBuilder().header("Authorization", "Bearer $key").build())
        }
        .build()
    val sessions = SessionsApi(url, http)
    val answers = AnswersApi(url, http)

    var session = sessions.startSession(
        StartSession(topic = "django", questionCount = 2, maxFollowUps = 1),
        idempotencyKey = UUID.randomUUID().toString(),
    )
    while (true) {
        val turn = session.turns.find { it.id == session.currentTurnId } ?: break
        say("${turn.kind}  ${turn.prompt}")
        // With a key, so that it may be sent again when no response comes.
        var answer = answers.submitAnswer(
            session.id,
            SubmitAnswer(turnId = turn.id, text = reply(turn.prompt)),
            idempotencyKey = UUID.randomUUID().toString(),
        )
        while (answer.status == AnswerStatus.QUEUED || answer.status == AnswerStatus.SCORING) {
            answer = answers.getAnswer(answer.id, prefer = "wait=20")
        }
        say("${answer.status} ${answer.evaluation?.score?.value ?: answer.reason}")
        session = sessions.getSession(session.id)
    }
    say("${session.status}: ${session.progress.answered} of ${session.progress.total} questions")
}
