package dev.greenroom.system.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.localstack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The service as the owner of a stack's key asks it; whatever it does not grant is an error. */
record Service(HttpClient http, Stack stack) {

    private static final ObjectMapper JSON = new ObjectMapper();

    JsonNode get(String address) {
        return tree(require("GET", address, "").body());
    }

    JsonNode post(String address, String body) {
        return tree(require("POST", address, body).body());
    }

    JsonNode put(String address, String body) {
        return tree(require("PUT", address, body).body());
    }

    /** The state of what is at an address, which may also be something else than JSON. */
    HttpResponse<String> look(String address) {
        return require("GET", address, "");
    }

    void delete(String address) {
        HttpResponse<String> _ = require("DELETE", address, "");
    }

    private HttpResponse<String> require(String method, String address, String body) {
        HttpRequest request = HttpRequest.newBuilder(stack.apiUrl().resolve(address))
                .header("Authorization", "Bearer " + stack.apiKey())
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=30")
                .method(method, publisher(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(request + ": " + response.statusCode() + " " + response.body());
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An empty text is no body. */
    static HttpRequest.BodyPublisher publisher(String body) {
        return body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
    }

    static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
