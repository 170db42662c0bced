package dev.greenroom.api.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/** Completes what the routes say by what holds for all of them, when the service is built. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class Completion implements OASFilter {

    private final IndexView index;

    public Completion(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        CommonResponses.addTo(document);
        CommonHeaders.addTo(document);
        WebhookMessages.addTo(document);
        new Presence(index, Reachable.fromRequests(document)).addTo(document);
        QuestionForm.addTo(document);
        new Bounds(Reachable.fromRequests(document)).addTo(document);
    }
}
