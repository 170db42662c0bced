package dev.greenroom.api.answer;

import dev.greenroom.api.access.CurrentTenant;
import dev.greenroom.api.access.Scopes;
import dev.greenroom.api.idempotency.Idempotency;
import dev.greenroom.api.idempotency.IdempotencyKey;
import dev.greenroom.api.idempotency.Outcome;
import dev.greenroom.api.page.Page;
import dev.greenroom.model.evaluation.Evaluation;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/answers")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Answers", description = "What is scored, and the feedback.")
class AnswerResource {

    private final Answers answers;
    private final AnswerWaiting waiting;
    private final AnswerRescoring rescoring;
    private final Idempotency idempotency;
    private final CurrentTenant tenant;

    AnswerResource(
            Answers answers,
            AnswerWaiting waiting,
            AnswerRescoring rescoring,
            Idempotency idempotency,
            CurrentTenant tenant) {
        this.answers = answers;
        this.waiting = waiting;
        this.rescoring = rescoring;
        this.idempotency = idempotency;
        this.tenant = tenant;
    }

    @GET
    @Path("{answer}")
    @PermissionsAllowed({Scopes.SESSIONS_READ, Scopes.ONE_SESSION})
    @Operation(
            operationId = "getAnswer",
            summary = "Read an answer and its newest feedback",
            description = "With `Prefer: wait=20` the request is held until the status is final or 20 s have passed"
                    + " (30 at most). Where a judge has the last word, the answer shows a `PRELIMINARY` evaluation and"
                    + " the status `SCORING` until then; the next turn is asked at once and does not wait for it.")
    public AnswerView get(
            @PathParam("answer") @Parameter(example = "ans_01kB2m9fQ8Zr5tYw3xVn7N") String answer,
            @HeaderParam("Prefer") @Parameter(description = "RFC 7240.", example = "wait=20") @Nullable String prefer) {
        return waiting.await(tenant.id(), answer, WaitPreference.of(prefer));
    }

    @GET
    @Path("{answer}/evaluations")
    @PermissionsAllowed({Scopes.SESSIONS_READ, Scopes.ONE_SESSION})
    @Operation(
            operationId = "listEvaluations",
            summary = "Read all evaluations of an answer, oldest first",
            description = "Evaluations are never changed: each names in `supersedes` the one that it replaces. One of"
                    + " stage `PRELIMINARY` is followed by a `FINAL` one.")
    public Page<Evaluation> evaluations(
            @PathParam("answer") @Parameter(example = "ans_01kB2m9fQ8Zr5tYw3xVn7N") String answer) {
        return Page.whole(answers.evaluations(tenant.id(), answer));
    }

    @POST
    @Path("{answer}/rescore")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Scopes.SESSIONS_WRITE)
    @Operation(
            operationId = "rescoreAnswer",
            summary = "Have an answer scored once more",
            description = "By today's scorer and judge, on the version of the question that was asked. The new"
                    + " evaluation supersedes the last one, which is shown until then; the interview's turns stay as"
                    + " they are. Only an answer whose status is final can be scored anew.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RescoreAnswer.class),
                            examples = @ExampleObject(name = "dispute", value = RescoreAnswer.EXAMPLE)))
    @APIResponse(
            responseCode = "202",
            description = "The answer, waiting to be scored again.",
            content = @Content(schema = @Schema(implementation = AnswerView.class)))
    public Response rescore(
            @PathParam("answer") @Parameter(example = "ans_01kB2m9fQ8Zr5tYw3xVn7N") String answer,
            @Valid @BeanParam IdempotencyKey key,
            @NotNull @Valid RescoreAnswer order) {
        UUID owner = tenant.id();
        return idempotency.once(owner, key, "rescoreAnswer " + answer, order, () -> {
            AnswerView queued = rescoring.rescore(owner, answer, order);
            return new Outcome(202, queued.links().self(), queued).about(queued.sessionId());
        });
    }
}
