package dev.greenroom.api.answer;

import dev.greenroom.api.access.CurrentTenant;
import dev.greenroom.api.access.Scopes;
import dev.greenroom.api.idempotency.Idempotency;
import dev.greenroom.api.idempotency.IdempotencyKey;
import dev.greenroom.api.idempotency.Outcome;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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

/** On platform threads, which wait for the replies to a dozen statements with fewer detours than virtual ones. */
@Path("/v1/sessions/{session}/answers")
@PermissionsAllowed({Scopes.SESSIONS_WRITE, Scopes.ONE_SESSION})
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Answers")
class SubmissionResource {

    private final AnswerSubmission submission;
    private final Idempotency idempotency;
    private final CurrentTenant tenant;

    SubmissionResource(AnswerSubmission submission, Idempotency idempotency, CurrentTenant tenant) {
        this.submission = submission;
        this.idempotency = idempotency;
        this.tenant = tenant;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "submitAnswer",
            summary = "Answer the current turn",
            description = "When 202 is sent the answer is durable: it will be scored, whatever crashes next.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubmitAnswer.class),
                            examples = @ExampleObject(name = "typed", value = SubmitAnswer.EXAMPLE)))
    @APIResponse(
            responseCode = "202",
            description = "The answer, waiting to be scored.",
            content = @Content(schema = @Schema(implementation = AnswerView.class)))
    public Response submit(
            @PathParam("session") @Parameter(example = "ses_01kB2m9fQ8Zr5tYw3xVn7L") String session,
            @Valid @BeanParam IdempotencyKey key,
            @NotNull @Valid SubmitAnswer order) {
        UUID owner = tenant.id();
        return idempotency.once(owner, key, "submitAnswer " + session, order, () -> {
            AnswerView answer = submission.submit(owner, session, order);
            return new Outcome(202, answer.links().self(), answer).about(answer.sessionId());
        });
    }
}
