package dev.greenroom.api.bank;

import dev.greenroom.api.page.Cursor;
import dev.greenroom.api.page.NextLink;
import dev.greenroom.api.page.Page;
import dev.greenroom.api.page.PageRequest;
import dev.greenroom.api.problem.Fault;
import dev.greenroom.model.question.Level;
import dev.greenroom.model.question.QuestionKind;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/questions")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Questions", description = "What gets asked.")
class QuestionResource {

    private final Questions questions;
    private final ETags etags;

    QuestionResource(Questions questions, ETags etags) {
        this.questions = questions;
        this.etags = etags;
    }

    @GET
    @Operation(operationId = "listQuestions", summary = "List questions")
    @APIResponse(
            responseCode = "200",
            description = "A page of questions, by id.",
            content = @Content(schema = @Schema(implementation = QuestionPage.class)))
    public Response list(
            @QueryParam("topic") @Parameter(example = "django") @Nullable String topic,
            @QueryParam("section") @Parameter(example = "orm") @Nullable String section,
            @QueryParam("level") @Nullable Level level,
            @QueryParam("kind") @Nullable QuestionKind kind,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        List<QuestionEntry> rows = questions.list(
                new QuestionFilter(topic, section, level, kind),
                page.cursor().map(Cursor::decode).orElse(""),
                page.limit() + 1);
        return NextLink.respond(
                Page.of(rows, page.limit(), this::view, row -> row.ref().id()), uri);
    }

    @GET
    @Path("{question}")
    @Operation(operationId = "getQuestion", summary = "Read a question")
    @APIResponse(
            responseCode = "200",
            description = "The question in its current version.",
            content = @Content(schema = @Schema(implementation = QuestionView.class)))
    @APIResponse(responseCode = "304", description = "The client's copy is still right.")
    public Response get(
            @PathParam("question") @Parameter(example = "django-orm-n-plus-one") String question,
            @Context Request request) {
        return etags.respond(
                request,
                questions
                        .findEntry(question)
                        .map(this::view)
                        .orElseThrow(() -> new Fault.Missing("question", question)));
    }

    private QuestionView view(QuestionEntry entry) {
        return QuestionView.of(entry.ref(), questions.require(entry.ref()));
    }

    @Schema(name = "QuestionPage")
    interface QuestionPage {
        List<QuestionView> items();

        @Nullable String nextCursor();
    }
}
