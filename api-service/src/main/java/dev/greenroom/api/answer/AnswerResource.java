package dev.greenroom.api.answer;

import dev.greenroom.api.access.CurrentTenant;
import dev.greenroom.api.page.Page;
import dev.greenroom.model.evaluation.Evaluation;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/answers")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Answers", description = "What is scored, and the feedback.")
class AnswerResource {

    private final Answers answers;
    private final AnswerWaiting waiting;
    private final CurrentTenant tenant;

    AnswerResource(Answers answers, AnswerWaiting waiting, CurrentTenant tenant) {
        this.answers = answers;
        this.waiting = waiting;
        this.tenant = tenant;
    }

    @GET
    @Path("{answer}")
    @Operation(
            operationId = "getAnswer",
            summary = "Read an answer and its newest feedback",
            description = "With `Prefer: wait=20` the request is held until the status is final or 20 s have passed"
                    + " (30 at most).")
    public AnswerView get(
            @PathParam("answer") @Parameter(example = "ans_01kB2m9fQ8Zr5tYw3xVn7N") String answer,
            @HeaderParam("Prefer") @Parameter(description = "RFC 7240.", example = "wait=20") @Nullable String prefer) {
        return waiting.await(tenant.id(), answer, WaitPreference.of(prefer));
    }

    @GET
    @Path("{answer}/evaluations")
    @Operation(operationId = "listEvaluations", summary = "Read all evaluations of an answer, oldest first")
    public Page<Evaluation> evaluations(
            @PathParam("answer") @Parameter(example = "ans_01kB2m9fQ8Zr5tYw3xVn7N") String answer) {
        return Page.whole(answers.evaluations(tenant.id(), answer));
    }
}
