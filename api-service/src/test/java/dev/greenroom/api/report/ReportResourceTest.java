package dev.greenroom.api.report;

import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.startSession;
import static dev.greenroom.api.ApiTest.submit;
import static dev.greenroom.api.report.Workers.settled;
import static dev.greenroom.model.evaluation.ConceptState.COVERED;
import static dev.greenroom.model.evaluation.ConceptState.MISSED;
import static dev.greenroom.model.evaluation.ConceptState.PARTIAL;
import static dev.greenroom.model.evaluation.ConceptState.WRONG;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.greenroom.api.ApiTest;
import dev.greenroom.model.evaluation.Defence;
import dev.greenroom.model.id.IdKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Assertions;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportResourceTest {

    private static final String QUESTION = "django-orm-n-plus-one";
    private static final String TEXT = "One query for the list and *one more* for each <row>.";
    private static final Workers.Finding QUERY_PER_ROW =
            new Workers.Finding("query-per-object", "A query for each row", COVERED, "one more* for each <row>");
    private static final Workers.Finding JOIN = new Workers.Finding("select-related", "The join", MISSED, "");
    private static final Workers.Finding PREFETCH =
            new Workers.Finding("prefetch-related", "The second query", WRONG, "One query");

    @Inject
    Session database;

    private Workers workers;

    @BeforeEach
    void open() {
        workers = new Workers(database);
    }

    @Test
    void sumsUpAnInterview() {
        String session = practice();
        String answer = submit(session, TEXT);
        workers.score(answer, TEXT, 40, QUERY_PER_ROW, JOIN, PREFETCH);
        String reply = "It joins the table.";
        workers.askBack(
                answer,
                "And the join?",
                reply,
                80,
                settled("select-related", Defence.REPAIRED),
                new Workers.Finding("what-it-joins", "What it joins", COVERED, "joins"));
        complete(session);

        report(session)
                .statusCode(200)
                .body("sessionId", is(session))
                .body("topicTitle", is("Django"))
                .body("complete", is(true))
                .body("coverage.questionsPlanned", is(1))
                .body("coverage.answered", is(2))
                .body("coverage.scored", is(2))
                .body("coverage.unscored", is(0))
                .body("overall.score", is(60))
                .body("overall.band", is("PARTIAL"))
                .body("overall.spread", is(6))
                .body("criteria.id", contains("correctness", "depth"))
                .body("criteria.score", contains(60, 60))
                .body("criteria.weight", contains(0.75f, 0.25f))
                .body("sections.section", contains("orm"))
                .body("sections[0].title", is("The ORM"))
                .body("sections[0].grade.score", is(60))
                .body("threads", hasSize(1))
                .body("threads[0].defence", is("REPAIRED"))
                .body("threads[0].turns.kind", contains("MAIN", "FOLLOW_UP"))
                .body("threads[0].turns[1].trigger", is("PARTIAL_CONCEPT"))
                .body("threads[0].turns[0].answer.text", is(TEXT))
                .body("threads[0].turns[0].evaluation.score.value", is(40))
                .body(
                        "threads[0].concepts.conceptId",
                        contains("query-per-object", "select-related", "prefetch-related"))
                .body("threads[0].concepts.collect { it.first }", contains("COVERED", "MISSED", "WRONG"))
                .body("threads[0].concepts.state", contains("COVERED", "COVERED", "WRONG"))
                .body("missedConcepts.conceptId", contains("prefetch-related"))
                .body("topImprovements.conceptId", contains("prefetch-related"))
                .body("studyPlan.section", contains("orm"))
                .body("studyPlan[0].guide", is("/v1/topics/django"))
                .body("studyPlan[0].concepts.conceptId", contains("prefetch-related"))
                .body("studyPlan[0].exercises.again", contains(true, false, false))
                .body("studyPlan[0].exercises[0].questionId", is(QUESTION))
                .body("links.progress", nullValue());
    }

    @Test
    void advisesThreeThingsAtMostTheMostUrgentFirst() {
        String session = practice();
        workers.score(
                submit(session, TEXT),
                TEXT,
                10,
                new Workers.Finding("half", "Half", PARTIAL, "One query"),
                new Workers.Finding("gap", "Gap", MISSED, ""),
                new Workers.Finding("other-gap", "Other gap", MISSED, ""),
                PREFETCH);
        complete(session);

        report(session)
                .body("topImprovements.conceptId", contains("prefetch-related", "gap", "other-gap"))
                .body("missedConcepts.conceptId", contains("prefetch-related", "gap", "other-gap"));
    }

    @Test
    void isNotCompleteWhileAnAnswerWaitsForItsLastWord() {
        String session = practice();
        workers.scoreForNow(submit(session, TEXT), TEXT, 70, QUERY_PER_ROW);
        complete(session);

        report(session)
                .body("complete", is(false))
                .body("coverage.pending", is(1))
                .body("coverage.scored", is(0))
                .body("overall.score", is(70));
    }

    @Test
    void hasNoScoreWhereNoneWasComputed() {
        String session = practice();
        workers.fail(submit(session, TEXT));
        complete(session);

        report(session)
                .body("complete", is(true))
                .body("overall", nullValue())
                .body("coverage.unscored", is(1))
                .body("threads[0].grade", nullValue())
                .body("threads[0].defence", is("NOT_PROBED"))
                .body("threads[0].turns[0].answer.reason", is("WORKER_LOST"))
                .body("missedConcepts", empty())
                .body("studyPlan", empty());
    }

    @Test
    void showsHowFarAPracticeHasComeButKeepsAnInterviewBack() {
        String practice = practice();
        String interview = startSession("""
                {"topic": "django", "questions": ["%s"], "mode": "INTERVIEW"}""".formatted(QUESTION));

        report(practice).statusCode(200).body("complete", is(false)).body("coverage.questionsAsked", is(1));
        report(interview).statusCode(409).body("code", is("feedback_withheld"));
        complete(interview);
        report(interview).statusCode(200);
    }

    @Test
    void isReadToPeopleAsMarkdownInWhichNothingOfTheirsIsMarkup() {
        String session = practice();
        workers.score(submit(session, TEXT), TEXT, 40, QUERY_PER_ROW, JOIN);
        complete(session);

        asTenant()
                .accept("text/markdown")
                .get("/v1/sessions/" + session + "/report")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/markdown"))
                .body(startsWith("# Interview report: Django"))
                .body(containsString("**40 of 100** · Weak"))
                .body(containsString("> One query for the list and \\*one more\\* for each \\<row\\>."))
                .body(containsString("- ○ **The join** (Missing)"))
                .body(containsString("| Correctness | 0.75 | 40 · Weak |"))
                .body(not(containsString("<row>")));
    }

    @Test
    void isAPageOnWhichNothingOfTheirsIsMarkup() {
        String session = practice();
        workers.score(submit(session, TEXT), TEXT, 40, QUERY_PER_ROW, JOIN, PREFETCH);
        complete(session);

        String page = page(session, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .asString();

        Assertions.assertThat(page)
                .contains("<blockquote class=\"answer\"><mark class=\"wrong\">One query<sup>")
                .contains("<mark class=\"covered\">one more* for each &lt;row&gt;<sup>")
                .contains("It is the other way round.")
                .contains("aria-label=\"Score 40 of 100: Weak.")
                .doesNotContain("<row>", "<script", "style=", " src=", "@import", "url(");
    }

    @Test
    void isAPageThatMayRunNothingAndStyledByItselfAlone() throws Exception {
        var response = page(practice(), "text/html").statusCode(200).extract();
        String style = response.asString().replaceAll("(?s).*<style>(.*)</style>.*", "$1");
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));

        Assertions.assertThat(response.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(hash) + "';");
    }

    @Test
    void isAPdfThatHoldsAllTextWithItsLetters() throws Exception {
        String session = practice();
        String text = "Сначала запрос, then λ \u05D0, and for each <row> \u0001 one more.";
        workers.score(
                submit(session, "Сначала запрос, then λ \u05D0, and for each <row> \\u0001 one more."),
                text,
                40,
                new Workers.Finding("query-per-object", "A query for each row", PARTIAL, "each <row>"),
                JOIN);
        complete(session);

        byte[] pdf = page(session, "application/pdf")
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();

        try (PDDocument document = Loader.loadPDF(pdf)) {
            Assertions.assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("Interview report", "Django", "40 of 100 · Weak", "Сначала запрос, then λ", "each <row>")
                    .contains("The join", "Study plan");
            Assertions.assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Interview report: Django");
            Assertions.assertThat(document.getDocumentCatalog().getMarkInfo().isMarked())
                    .isTrue();
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                Assertions.assertThat(
                                document.getPage(0).getResources().getFont(name).isEmbedded())
                        .isTrue();
            }
        }
    }

    @Test
    void isJsonUnlessAnotherFormIsAskedFor() {
        String session = practice();

        asTenant()
                .accept("*/*")
                .get("/v1/sessions/" + session + "/report")
                .then()
                .statusCode(200)
                .contentType("application/json");
    }

    @Test
    void isNotSentAgainToAClientThatHoldsIt() {
        String session = practice();
        for (String form : List.of("application/json", "text/markdown", "text/html", "application/pdf")) {
            Response first = asTenant().accept(form).get("/v1/sessions/" + session + "/report");
            Assertions.assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
            Assertions.assertThat(first.headers().getValues("Vary")).contains("Accept");

            asTenant()
                    .accept(form)
                    .header("If-None-Match", first.header("ETag"))
                    .get("/v1/sessions/" + session + "/report")
                    .then()
                    .statusCode(304);
        }
    }

    @Test
    void belongsToItsTenant() {
        asTenant()
                .get("/v1/sessions/ses_01kB2m9fQ8Zr5tYw3xVn7L/report")
                .then()
                .statusCode(404)
                .body("code", is("session_not_found"));
        RestAssured.get("/v1/sessions/" + practice() + "/report").then().statusCode(401);
    }

    @Test
    void isAnnouncedWithTheEndOfAnInterviewInWhichNothingIsOpen() {
        String settled = practice();
        String open = practice();
        submit(open, TEXT);

        complete(settled);
        complete(settled);
        complete(open);

        Assertions.assertThat(events(settled)).containsExactly("TURN_ASKED", "SESSION_COMPLETED", "REPORT_READY");
        Assertions.assertThat(events(open)).containsExactly("TURN_ASKED", "ANSWER_RECEIVED", "SESSION_COMPLETED");
    }

    @Test
    void linksToTheProgressOfItsCandidate() {
        String session = startSession("""
                {"topic": "django", "questions": ["%s"], "candidateRef": "ada/42"}""".formatted(QUESTION));

        report(session).body("links.progress", is("/v1/candidates/ada%2F42/progress"));
    }

    private static String practice() {
        return startSession("""
                {"topic": "django", "questions": ["%s"]}""".formatted(QUESTION));
    }

    private static void complete(String session) {
        ApiTest.sending("").post("/v1/sessions/" + session + "/complete").then().statusCode(200);
    }

    private static ValidatableResponse report(String session) {
        return asTenant()
                .accept("application/json")
                .get("/v1/sessions/" + session + "/report")
                .then();
    }

    private static ValidatableResponse page(String session, String accept) {
        return asTenant()
                .accept(accept)
                .get("/v1/sessions/" + session + "/report")
                .then();
    }

    private List<String> events(String session) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select type from interview_event where session_id = :session order by cursor",
                                String.class)
                        .setParameter("session", IdKind.SESSION.parse(session).orElseThrow())
                        .getResultList());
    }
}
