package dev.greenroom.api.session;

import static dev.greenroom.api.ApiTest.asHolderOf;
import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.publishableKey;
import static dev.greenroom.api.ApiTest.sending;
import static dev.greenroom.api.ApiTest.startSession;
import static dev.greenroom.api.ApiTest.submit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.greenroom.model.id.IdKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClaimingResourceTest {

    private static final String EVALUATION = """
            {"id": "evl_0000000000000000000000", "answerId": "ans_0000000000000000000000", "version": 1, "stage": "FINAL",
             "status": "SCORED", "score": {"value": 72, "max": 100, "band": "SOLID", "spread": 4, "confidence": "HIGH",
             "needsReview": false}, "criteria": [], "concepts": [{"id": "prefetch", "label": "Prefetching",
             "state": "COVERED", "weight": 2, "evidence": [{"quote": "Each", "start": 0, "end": 4}]}],
             "misconceptions": [], "strengths": [], "improvements": [], "modelAnswer": "Prefetch.",
             "delivery": {"words": 5}, "flags": [], "provenance": {"scorer": "RUBRIC", "model": "m",
             "rubric": "technical@1", "question": "django-orm-n-plus-one@1", "inputHash": "sha256:0", "latencyMs": 1},
             "createdAt": "2031-01-01T00:00:00Z"}""";

    @Inject
    Session database;

    private final String candidate = "user-" + UUID.randomUUID();

    private static Response claim(String session, String candidate) {
        return sending("{\"candidateRef\": \"%s\"}".formatted(candidate)).post("/v1/sessions/" + session + "/claim");
    }

    private static String guestSession() {
        return asHolderOf(publishableKey())
                .contentType(ContentType.JSON)
                .body("{\"topic\": \"django\", \"questions\": [\"django-orm-n-plus-one\"]}")
                .post("/v1/guest-sessions")
                .path("session.id");
    }

    @Test
    void givesAGuestsSessionToACandidate() {
        String session = guestSession();
        asTenant().get("/v1/sessions/" + session).then().body("candidateRef", nullValue());

        claim(session, candidate).then().statusCode(200).body("candidateRef", is(candidate));

        asTenant().get("/v1/sessions?candidateRef=" + candidate).then().body("items.id", contains(session));
    }

    @Test
    void countsWhatWasShownBefore() {
        String session = guestSession();
        UUID answer = IdKind.ANSWER
                .parse(submit(session, "Each row makes one more query."))
                .orElseThrow();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeMutationQuery("insert into evaluation (id, tenant_id, session_id,"
                                + " answer_id, version, stage, status, score, body, created_at) select :id, tenant_id,"
                                + " session_id, id, 1, 'FINAL', 'SCORED', 72, cast(:body as jsonb), now() from answer"
                                + " where id = :answer")
                        .setParameter("id", UUID.randomUUID())
                        .setParameter("body", EVALUATION)
                        .setParameter("answer", answer)
                        .executeUpdate());

        claim(session, candidate).then().statusCode(200);
        claim(session, candidate).then().statusCode(200);

        asTenant()
                .get("/v1/candidates/" + candidate + "/progress")
                .then()
                .statusCode(200)
                .body("concepts.label", contains("Prefetching"))
                .body("concepts.observations", contains(1));
    }

    @Test
    void givesItOnce() {
        String session = startSession("{\"topic\": \"django\", \"candidateRef\": \"%s\"}".formatted(candidate));

        claim(session, "somebody-else").then().statusCode(409).body("code", is("session_has_candidate"));

        claim(session, candidate).then().statusCode(200).body("candidateRef", is(candidate));
    }

    @Test
    void isNotForGuestsThemselves() {
        Response started = asHolderOf(publishableKey())
                .contentType(ContentType.JSON)
                .body("{\"topic\": \"django\"}")
                .post("/v1/guest-sessions");

        asHolderOf(started.path("token.token"))
                .contentType(ContentType.JSON)
                .body("{\"candidateRef\": \"user-42\"}")
                .post(started.header("Location") + "/claim")
                .then()
                .statusCode(403);
    }
}
