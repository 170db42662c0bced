package dev.greenroom.api.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.greenroom.api.access.CurrentTenant;
import dev.greenroom.api.access.Scopes;
import dev.greenroom.api.page.Cursor;
import dev.greenroom.api.page.NextLink;
import dev.greenroom.api.page.Page;
import dev.greenroom.api.page.PageRequest;
import dev.greenroom.api.problem.Fault;
import dev.greenroom.model.question.Level;
import dev.greenroom.model.question.QuestionKind;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/questions")
@PermissionsAllowed(Scopes.CONTENT_READ)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Questions", description = "What gets asked.")
class QuestionResource {

    private final Questions questions;
    private final OwnQuestions own;
    private final ETags etags;
    private final CurrentTenant tenant;

    QuestionResource(Questions questions, OwnQuestions own, ETags etags, CurrentTenant tenant) {
        this.questions = questions;
        this.own = own;
        this.etags = etags;
        this.tenant = tenant;
    }

    @GET
    @Operation(
            operationId = "listQuestions",
            summary = "List questions, or search them",
            description = "By id; with `q` by how well they fit the words. Search knows other forms of a word"
                    + " (`migrate`, `migrations`), takes the last word for a beginning (`middlew`), and understands"
                    + " `\"a phrase\"`, `-without` and `this or that`.")
    @APIResponse(
            responseCode = "200",
            description = "A page of questions.",
            content = @Content(schema = @Schema(implementation = QuestionPage.class)))
    public Response list(
            @QueryParam("q")
                    @Size(max = 200) @Parameter(description = "Words to search for.", example = "n+1")
                    @Nullable String q,
            @QueryParam("topic") @Size(max = 64) @Parameter(example = "django") @Nullable String topic,
            @QueryParam("section") @Size(max = 64) @Parameter(example = "orm") @Nullable String section,
            @QueryParam("level") @Nullable Level level,
            @QueryParam("kind") @Nullable QuestionKind kind,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        QuestionFilter filter = new QuestionFilter(tenant.id(), topic, section, level, kind);
        return NextLink.respond(q == null || q.isBlank() ? listed(filter, page) : found(filter, q, page), uri);
    }

    private Page<QuestionView> listed(QuestionFilter filter, PageRequest page) {
        String after = page.cursor().map(Cursor::decode).orElse("");
        List<QuestionEntry> rows = questions.list(filter, after, page.limit() + 1);
        return Page.of(rows, page.limit(), this::view, row -> row.ref().id());
    }

    private Page<QuestionView> found(QuestionFilter filter, String words, PageRequest page) {
        SearchPlace after = page.cursor()
                .map(Cursor::decode)
                .map(place -> SearchPlace.parse(place).orElseThrow(Cursor::unknown))
                .orElse(null);
        List<FoundQuestion> rows = questions.search(filter, words, after, page.limit() + 1);
        return Page.of(
                rows, page.limit(), row -> view(row.entry()), row -> row.place().toString());
    }

    @GET
    @Path("{question}")
    @Operation(
            operationId = "getQuestion",
            summary = "Read a question",
            description = "In its published version; an own question that was never published, as its draft.")
    @APIResponse(
            responseCode = "200",
            description = "The question.",
            content = @Content(schema = @Schema(implementation = QuestionView.class)))
    @APIResponse(responseCode = "304", description = "The client's copy is still right.")
    public Response get(
            @PathParam("question") @Parameter(example = "django-orm-n-plus-one") String question,
            @Context Request request) {
        UUID reader = tenant.id();
        return etags.respond(
                request,
                own.find(reader, question)
                        .map(mine -> QuestionView.of(mine, questions::require))
                        .or(() -> questions.findEntry(reader, question).map(this::view))
                        .orElseThrow(() -> new Fault.Missing("question", question)));
    }

    private QuestionView view(QuestionEntry entry) {
        return QuestionView.of(entry.ref(), questions.require(entry.ref()));
    }

    @Schema(name = "QuestionPage")
    record QuestionPage(
            List<QuestionView> items,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}
}
