package dev.greenroom.api.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.api.access.CurrentTenant;
import dev.greenroom.api.access.Scopes;
import dev.greenroom.api.bank.ETags;
import dev.greenroom.api.bank.QuestionView;
import dev.greenroom.api.bank.VersionLine;
import dev.greenroom.api.idempotency.Idempotency;
import dev.greenroom.api.idempotency.IdempotencyKey;
import dev.greenroom.api.idempotency.Outcome;
import dev.greenroom.api.page.Page;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/questions")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authoring", description = "A bank of your own, beside the built-in one.")
class AuthoringResource {

    private static final String IF_MATCH = "The ETag of the question as you know it.";

    private final Authoring authoring;
    private final Idempotency idempotency;
    private final ETags etags;
    private final CurrentTenant tenant;

    AuthoringResource(Authoring authoring, Idempotency idempotency, ETags etags, CurrentTenant tenant) {
        this.authoring = authoring;
        this.idempotency = idempotency;
        this.etags = etags;
        this.tenant = tenant;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Scopes.CONTENT_WRITE)
    @Operation(
            operationId = "createQuestion",
            summary = "Write a question of your own, as a draft",
            description = "It is checked like the questions of the built-in bank; `errors` points at everything that"
                    + " is wrong. It may have the id of a built-in question and then, once published, takes its place.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = QuestionDraft.class),
                            examples = @ExampleObject(name = "question", value = AuthoringExamples.QUESTION)))
    @APIResponse(
            responseCode = "201",
            description = "The draft.",
            content = @Content(schema = @Schema(implementation = QuestionView.class)))
    public Response create(@Valid @BeanParam IdempotencyKey key, @NotNull JsonNode draft) {
        UUID author = tenant.id();
        return etags.tagged(idempotency.once(author, key, "createQuestion", draft, () -> {
            QuestionView question = authoring.create(author, draft);
            return new Outcome(201, "/v1/questions/" + question.id(), question);
        }));
    }

    @PUT
    @Path("{question}")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Scopes.CONTENT_WRITE)
    @Operation(
            operationId = "reviseQuestion",
            summary = "Write a new draft version of an own question",
            description = "Published versions never change; sessions keep the version that they asked.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = QuestionDraft.class),
                            examples = @ExampleObject(name = "question", value = AuthoringExamples.QUESTION)))
    @APIResponse(
            responseCode = "200",
            description = "The question; `draftVersion` names the new version.",
            content = @Content(schema = @Schema(implementation = QuestionView.class)))
    public Response revise(
            @PathParam("question") @Parameter(example = "our-queryset-question") String question,
            @HeaderParam("If-Match") @Parameter(description = IF_MATCH, required = true) @Nullable String ifMatch,
            @NotNull JsonNode draft) {
        return etags.tagged(Response.ok(
                        authoring.revise(tenant.id(), question, draft, current -> etags.requireMatch(ifMatch, current)))
                .build());
    }

    @POST
    @Path("{question}/publish")
    @PermissionsAllowed(Scopes.CONTENT_WRITE)
    @Operation(
            operationId = "publishQuestion",
            summary = "Publish the newest draft of an own question",
            description = "New sessions ask it from now on. An archived question comes back.")
    @APIResponse(
            responseCode = "200",
            description = "The question as it is published.",
            content = @Content(schema = @Schema(implementation = QuestionView.class)))
    public Response publish(
            @PathParam("question") @Parameter(example = "our-queryset-question") String question,
            @HeaderParam("If-Match") @Parameter(description = IF_MATCH) @Nullable String ifMatch,
            @Valid @BeanParam IdempotencyKey key) {
        return change("publishQuestion", question, key, ifMatch, authoring::publish);
    }

    @POST
    @Path("{question}/archive")
    @PermissionsAllowed(Scopes.CONTENT_WRITE)
    @Operation(
            operationId = "archiveQuestion",
            summary = "Take an own question out of use",
            description = "Sessions that ask it go on. Archiving an archived question changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The question as it was archived.",
            content = @Content(schema = @Schema(implementation = QuestionView.class)))
    public Response archive(
            @PathParam("question") @Parameter(example = "our-queryset-question") String question,
            @HeaderParam("If-Match") @Parameter(description = IF_MATCH) @Nullable String ifMatch,
            @Valid @BeanParam IdempotencyKey key) {
        return change("archiveQuestion", question, key, ifMatch, authoring::archive);
    }

    private Response change(
            String operation, String question, IdempotencyKey key, @Nullable String ifMatch, Change change) {
        UUID author = tenant.id();
        return etags.tagged(idempotency.once(
                author,
                key,
                operation,
                question,
                () -> new Outcome(
                        200,
                        null,
                        change.apply(author, question, current -> etags.requireMatchIfAny(ifMatch, current)))));
    }

    /** What becomes of a question without a word of its content being changed. */
    @FunctionalInterface
    private interface Change {
        QuestionView apply(UUID author, String question, Consumer<QuestionView> precondition);
    }

    @GET
    @Path("{question}/versions")
    @PermissionsAllowed(Scopes.CONTENT_READ)
    @Operation(
            operationId = "listQuestionVersions",
            summary = "List the versions of an own question, newest first",
            description = "Published ones and the draft; all on one page.")
    public Page<VersionLine> versions(
            @PathParam("question") @Parameter(example = "our-queryset-question") String question) {
        return Page.whole(authoring.listVersions(tenant.id(), question));
    }

    @GET
    @Path("{question}/versions/{version}")
    @PermissionsAllowed(Scopes.CONTENT_READ)
    @Operation(
            operationId = "getQuestionVersion",
            summary = "Read a version of an own question with all that its author wrote",
            description = "With all that decides how answers to it are scored.")
    public VersionView version(
            @PathParam("question") @Parameter(example = "our-queryset-question") String question,
            @PathParam("version") @Parameter(example = "1") int version) {
        return authoring.requireVersion(tenant.id(), question, version);
    }
}
