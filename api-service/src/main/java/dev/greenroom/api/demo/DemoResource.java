package dev.greenroom.api.demo;

import dev.greenroom.api.bank.Questions;
import dev.greenroom.api.problem.Fault;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** For the demo page alone, so no part of the contract. */
@Path("/demo/settings.json")
@PermitAll
@RunOnVirtualThread
class DemoResource {

    private final DemoSettings settings;
    private final Questions bank;

    DemoResource(DemoSettings settings, Questions bank) {
        this.settings = settings;
        this.bank = bank;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public DemoView get() {
        String key = settings.publishableKey()
                .filter(_ -> settings.enabled())
                .orElseThrow(() -> new Fault.Missing("demo", "here"));
        return new DemoView(
                key, bank.listGuides().stream().map(DemoView.Topic::of).toList());
    }
}
