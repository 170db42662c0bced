package dev.greenroom.api.contract;

import dev.greenroom.api.problem.Problem;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;

/** What holds for the API as a whole. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Greenroom",
                        version = "1.0.0",
                        description = "Technical mock interviews that listen to the reasoning: questions, feedback with"
                                + " evidence, and follow-ups that ask back.",
                        contact = @Contact(name = "Greenroom", url = "https://greenroom.dev"),
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        servers = @Server(url = "/", description = "This service."),
        security = @SecurityRequirement(name = "apiKey"),
        components =
                @Components(
                        schemas = @Schema(name = "Problem", implementation = Problem.class),
                        securitySchemes =
                                @SecurityScheme(
                                        securitySchemeName = "apiKey",
                                        type = SecuritySchemeType.HTTP,
                                        scheme = "bearer",
                                        description = "A secret API key: `Authorization: Bearer gr_test_…`")))
public class Contract extends Application {}
