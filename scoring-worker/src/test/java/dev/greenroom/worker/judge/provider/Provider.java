package dev.greenroom.worker.judge.provider;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stands in for the provider of a model, on the wire: replies have the shape that the public API documents. */
public final class Provider implements AutoCloseable {

    private static final String PATH = "/v1/chat/completions";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WireMockServer server = new WireMockServer(wireMockConfig()
            .bindAddress("127.0.0.1")
            .dynamicPort()
            .containerThreads(600)
            .asynchronousResponseEnabled(true)
            .asynchronousResponseThreads(300));

    public Provider() {
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:%d/v1".formatted(server.port());
    }

    /** Forgets everything said and heard. */
    public void reset() {
        server.resetAll();
    }

    /** The responses to the first calls, in order; the last one is for all that follow. */
    public void responds(ResponseDefinitionBuilder... responses) {
        String state = Scenario.STARTED;
        for (int i = 0; i < responses.length; i++) {
            String next = i == responses.length - 1 ? state : "call " + (i + 2);
            server.stubFor(post(urlPathEqualTo(PATH))
                    .inScenario("calls")
                    .whenScenarioStateIs(state)
                    .willSetStateTo(next)
                    .willReturn(responses[i]));
            state = next;
        }
    }

    /** The responses to calls that are made at the same time: to that with the first seed, and the seeds after it. */
    public void respondsToSeedsFrom(int first, ResponseDefinitionBuilder... responses) {
        for (int i = 0; i < responses.length; i++) {
            server.stubFor(post(urlPathEqualTo(PATH))
                    .withRequestBody(matchingJsonPath("$.seed", equalTo(Integer.toString(first + i))))
                    .willReturn(responses[i]));
        }
    }

    public static ResponseDefinitionBuilder reply(String content) {
        return completion(content, "stop", null);
    }

    public static ResponseDefinitionBuilder cutOff(String content) {
        return completion(content, "length", null);
    }

    public static ResponseDefinitionBuilder refusal(String words) {
        return completion(null, "stop", words);
    }

    public static ResponseDefinitionBuilder status(int status) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"error\":{\"message\":\"no\",\"type\":\"x\",\"param\":null,\"code\":null}}");
    }

    private static ResponseDefinitionBuilder completion(
            @Nullable String content, String finish, @Nullable String refusal) {
        ObjectNode body = JSON.createObjectNode()
                .put("id", "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT")
                .put("object", "chat.completion")
                .put("created", 1_741_569_952)
                .put("model", "stand-in-2026-01-01");
        ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
        choice.putObject("message")
                .put("role", "assistant")
                .put("content", content)
                .put("refusal", refusal);
        choice.putNull("logprobs").put("finish_reason", finish);
        body.putObject("usage")
                .put("prompt_tokens", 1_200)
                .put("completion_tokens", 300)
                .put("total_tokens", 1_500);
        body.put("service_tier", "default").putNull("system_fingerprint");
        return aResponse().withHeader("Content-Type", "application/json").withBody(body.toString());
    }

    public int calls() {
        return server.findAll(postRequestedFor(urlPathEqualTo(PATH))).size();
    }

    /** The bodies of all calls, in order. */
    public List<JsonNode> requests() {
        return server.findAll(postRequestedFor(urlPathEqualTo(PATH))).stream()
                .map(request -> parse(request.getBodyAsString()))
                .toList();
    }

    public List<String> header(String name) {
        return server.findAll(postRequestedFor(urlPathEqualTo(PATH))).stream()
                .map(request -> request.getHeader(name))
                .toList();
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
