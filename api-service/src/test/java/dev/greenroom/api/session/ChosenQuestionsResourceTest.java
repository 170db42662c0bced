package dev.greenroom.api.session;

import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.sending;
import static dev.greenroom.api.ApiTest.startSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChosenQuestionsResourceTest {

    @Inject
    org.hibernate.Session database;

    private final String candidate = "candidate-" + UUID.randomUUID();

    @Test
    void asksACandidateNothingAgainBeforeTheTopicIsUsedUp() {
        int all = asTenant()
                .get("/v1/questions?topic=django&limit=100")
                .jsonPath()
                .getList("items.id")
                .size();
        Set<String> asked = new HashSet<>();
        for (int i = 0; i < all; i++) {
            asked.add(firstQuestionFor(candidate));
        }

        assertThat(asked).hasSize(all);
        assertThat(asked).contains(firstQuestionFor(candidate));
    }

    @Test
    void beginsWithTheWeakSectionOfACandidate() {
        masters("django-csrf-protection", 0.1);
        masters("django-orm-n-plus-one", 0.9);
        masters("django-mvt-vs-mvc", 0.9);

        String question = firstQuestionFor(candidate);

        asTenant().when().get("/v1/questions/" + question).then().body("section", is("security"));
    }

    @Test
    void anAdaptiveInterviewBeginsInTheMiddle() {
        String session = startSession("""
                {"topic": "django", "level": "ADAPTIVE", "questionCount": 3, "seed": 11}""");

        String question = asTenant()
                .get("/v1/sessions/" + session)
                .then()
                .body("level", is("ADAPTIVE"))
                .body("currentLevel", is("MID"))
                .body("progress.total", is(3))
                .extract()
                .path("turns[0].questionId");

        asTenant().when().get("/v1/questions/" + question).then().body("level", is("MID"));
    }

    @Test
    void anInterviewThatKeepsItsFeedbackBackDoesNotShowWhereItStands() {
        String session = startSession("{\"topic\": \"django\", \"level\": \"ADAPTIVE\", \"mode\": \"INTERVIEW\"}");

        asTenant().when().get("/v1/sessions/" + session).then().body("currentLevel", nullValue());
    }

    @Test
    void anInterviewAtAFixedLevelSaysSo() {
        String session = startSession("{\"topic\": \"django\", \"level\": \"SENIOR\"}");

        asTenant()
                .when()
                .get("/v1/sessions/" + session)
                .then()
                .body("level", is("SENIOR"))
                .body("currentLevel", nullValue());
    }

    @Test
    void namedQuestionsDoNotAdapt() {
        sending("""
                        {"topic": "django", "level": "ADAPTIVE", "questions": ["django-mvt-vs-mvc"]}""")
                .when()
                .post("/v1/sessions")
                .then()
                .statusCode(422)
                .body("code", is("named_questions_do_not_adapt"))
                .body("errors[0].pointer", is("/level"));
    }

    private static String firstQuestionFor(String candidate) {
        String session = startSession(
                "{\"topic\": \"django\", \"questionCount\": 1, \"candidateRef\": \"%s\"}".formatted(candidate));
        List<String> questions =
                asTenant().get("/v1/sessions/" + session).jsonPath().getList("turns.questionId");
        return questions.getFirst();
    }

    private void masters(String question, double value) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeMutationQuery("insert into mastery (tenant_id, candidate_ref,"
                                + " question_id, concept_id, label, value, observations, last_state, answer_id,"
                                + " first_seen_at, updated_at) select id, :candidate, :question, 'concept', 'A label',"
                                + " :value, 1, 'PARTIAL', gen_random_uuid(), now(), now() from tenant")
                        .setParameter("candidate", candidate)
                        .setParameter("question", question)
                        .setParameter("value", value)
                        .executeUpdate());
    }
}
