package dev.greenroom.api.contract;

import static java.util.Map.entry;

import dev.greenroom.api.webhook.EventNames;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/** Describes under {@code webhooks} what is sent to endpoints. Not by annotations, since all types of events have the same form. */
final class WebhookMessages {

    private static final Map<String, String> SUMMARIES = Map.ofEntries(
            entry("answer.received", "An answer was taken in"),
            entry("answer.preliminary", "An answer has its first feedback, a judge is still at work"),
            entry("answer.scored", "An answer has its score and feedback"),
            entry("answer.unscored", "An answer has its feedback, and no score"),
            entry("answer.failed", "An answer could not be scored"),
            entry("turn.asked", "A question was asked"),
            entry("session.completed", "An interview is over"),
            entry("session.expired", "An interview was left until its time was over"),
            entry("report.ready", "An interview's report is complete"),
            entry(EventNames.WEBHOOK_DISABLED, "Another webhook of yours was switched off"),
            entry(EventNames.WEBHOOK_TEST, "A test that you asked for"));

    private static final int LONGEST_HEADER = 100;

    private static final String DESCRIPTION = """
            Sent at least once and in no particular order: `webhook-id` tells repetitions, `data.cursor` the order within a \
            session. Answer with 2xx within 15 s; anything else, redirections included, is tried again after 5 s, 5 min, 30 min, \
            2 h, 5 h, 10 h, 14 h, 20 h and 24 h. Verify by Standard Webhooks (https://www.standardwebhooks.com) with the \
            webhook's secret.""";

    private WebhookMessages() {}

    static void addTo(OpenAPI document) {
        Stream.concat(
                        EventNames.OF_INTERVIEWS.stream(),
                        Stream.of(EventNames.WEBHOOK_DISABLED, EventNames.WEBHOOK_TEST))
                .forEach(name ->
                        document.addWebhook(name, OASFactory.createPathItem().POST(operation(name))));
        Stream.of("CreateWebhook", "ChangeWebhook").forEach(order -> enumerate(document, order));
    }

    private static void enumerate(OpenAPI document, String order) {
        Schema schema =
                Objects.requireNonNull(document.getComponents().getSchemas().get(order));
        Schema events = Objects.requireNonNull(schema.getProperties().get("events"));
        EventNames.TO_ASK_FOR.forEach(events.getItems()::addEnumeration);
    }

    private static Operation operation(String name) {
        return OASFactory.createOperation()
                .operationId("on" + camelCase(name))
                .summary(SUMMARIES.getOrDefault(name, name))
                .description(DESCRIPTION)
                .tags(List.of("Webhooks"))
                .security(List.of())
                .parameters(List.of(
                        header(
                                "webhook-id",
                                "The delivery, the same at each attempt.",
                                "^dlv_[0-9A-Za-z]{22}$",
                                "dlv_01kB2m9fQ8Zr5tYw3xVn7R"),
                        header(
                                "webhook-timestamp",
                                "When this attempt was made, in seconds since 1970.",
                                "^[0-9]{1,19}$",
                                "1764396000"),
                        header(
                                "webhook-signature",
                                "HMAC-SHA256 of `id.timestamp.body`; two of them, separated by a space, while the"
                                        + " secret is being replaced.",
                                "^v1,[0-9A-Za-z+/]{43}=( v1,[0-9A-Za-z+/]{43}=)?$",
                                "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=")))
                .requestBody(body(name))
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse("2XX", OASFactory.createAPIResponse().description("The endpoint has it."))
                        .addAPIResponse(
                                "410",
                                OASFactory.createAPIResponse()
                                        .description("The endpoint wants nothing any more: it is switched off."))
                        .addAPIResponse("4XX", OASFactory.createAPIResponse().description("It is tried again later."))
                        .addAPIResponse("5XX", OASFactory.createAPIResponse().description("It is tried again later.")));
    }

    private static String camelCase(String name) {
        return Arrays.stream(name.split("[._]", -1))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static Parameter header(String name, String description, String pattern, String example) {
        return OASFactory.createParameter()
                .in(Parameter.In.HEADER)
                .name(name)
                .required(true)
                .description(description)
                .schema(OASFactory.createSchema()
                        .type(List.of(Schema.SchemaType.STRING))
                        .pattern(pattern)
                        .maxLength(LONGEST_HEADER))
                .example(example);
    }

    private static RequestBody body(String name) {
        return OASFactory.createRequestBody()
                .required(true)
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/WebhookMessage"))
                                        .example(example(name))));
    }

    private static Map<String, Object> example(String name) {
        Map<String, ?> data = name.startsWith("webhook.")
                ? Map.of(
                        "webhookId",
                        "whk_01kB2m9fQ8Zr5tYw3xVn7Q",
                        "links",
                        Map.of("webhook", "/v1/webhooks/whk_01kB2m9fQ8Zr5tYw3xVn7Q"))
                : Map.of(
                        "sessionId",
                        "ses_01kB2m9fQ8Zr5tYw3xVn7L",
                        "cursor",
                        7,
                        "links",
                        Map.of("session", "/v1/sessions/ses_01kB2m9fQ8Zr5tYw3xVn7L"));
        return new TreeMap<>(Map.of("type", name, "timestamp", "2026-01-05T12:00:00Z", "data", new TreeMap<>(data)));
    }
}
