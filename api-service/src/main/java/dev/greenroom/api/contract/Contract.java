package dev.greenroom.api.contract;

import dev.greenroom.api.problem.Problem;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
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
        servers =
                @Server(
                        url = "/",
                        description = "Production, staging or a local stack: the one that gave out this document.",
                        extensions = @Extension(name = "x-internal", value = "false", parseValue = true)),
        security = @SecurityRequirement(name = "apiKey"),
        components =
                @Components(
                        schemas = @Schema(name = "Problem", implementation = Problem.class),
                        headers = {
                            @Header(
                                    name = "RateLimit-Policy",
                                    description = "The quotas that the request was counted under: `q` requests at once,"
                                            + " and in the long run as many in each `w` seconds"
                                            + " (draft-ietf-httpapi-ratelimit-headers).",
                                    schema = @Schema(type = SchemaType.STRING, examples = "\"writes\";q=6000;w=60")),
                            @Header(
                                    name = "RateLimit",
                                    description =
                                            "How each stands: `r` requests remain, and in `t` seconds all are there"
                                                    + " again; of a quota that is used up, the next one.",
                                    schema = @Schema(type = SchemaType.STRING, examples = "\"writes\";r=5991;t=1"))
                        },
                        securitySchemes =
                                @SecurityScheme(
                                        securitySchemeName = "apiKey",
                                        type = SecuritySchemeType.HTTP,
                                        scheme = "bearer",
                                        description =
                                                "A secret API key (`Authorization: Bearer gr_test_…`); under one session,"
                                                        + " a token of that session; to start guest sessions, a publishable key.")))
public class Contract extends Application {}
