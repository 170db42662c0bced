package dev.greenroom.api.malformed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** One thing that is wrong with a request. */
@FunctionalInterface
interface Malformation {

    ObjectMapper JSON = new ObjectMapper();
    String PLACE = "@@here@@";

    void spoil(Draft draft);

    /** All that can be wrong with a request to this operation. */
    static Arbitrary<Malformation> of(Operation operation) {
        List<Arbitrary<Malformation>> kinds = new ArrayList<>(List.of(header(), query("unknown"), method()));
        operation.query().forEach(name -> kinds.add(query(name)));
        operation.headers().forEach(name -> kinds.add(header(name)));
        if (operation.hasParameterInPath()) {
            kinds.add(path());
            kinds.add(path());
        }
        if (operation.hasBody()) {
            kinds.add(contentType());
            kinds.add(body());
            if (isJson(operation)) {
                kinds.addAll(List.of(value(), value(), value(), field()));
            }
        }
        return Arbitraries.oneOf(kinds);
    }

    private static boolean isJson(Operation operation) {
        return "application/json".equals(operation.mediaType());
    }

    private static Arbitrary<Malformation> path() {
        Arbitrary<Malformation> other = Arbitraries.oneOf(
                        Nasty.text().map(Malformation::percentEncoded),
                        Arbitraries.of("%00", "%ff", "%c0%80", "%ed%a0%80", "..%2f..%2fetc", ";a=b", "%3b", "+"))
                .map(value -> draft -> draft.fault("path " + value).path(replaceParameter(draft.path(), value)));
        // No URI (RFC 3986, section 2.1), and so no HTTP.
        Arbitrary<Malformation> none = Arbitraries.of("%", "%zz").map(value -> draft -> {
            draft.fault("path " + value).path(replaceParameter(draft.path(), value));
            draft.mayBeRefusedBarely();
        });
        return Arbitraries.oneOf(other, other, other, none);
    }

    private static String replaceParameter(String path, String value) {
        return path.replaceFirst("[a-z]{3}_[0-9A-Za-z]+|no-such-thing", Matcher.quoteReplacement(value));
    }

    private static Arbitrary<Malformation> query(String name) {
        return Nasty.text()
                .map(value -> draft -> draft.fault("query " + name).query(name + "=" + percentEncoded(value)));
    }

    private static String percentEncoded(String bytes) {
        StringBuilder encoded = new StringBuilder();
        for (byte next : bytes.getBytes(StandardCharsets.ISO_8859_1)) {
            boolean plain = next > ' ' && "\"#%<>?[]\\^`{|}/".indexOf(next) < 0 && next != 127;
            encoded.append(plain ? String.valueOf((char) next) : "%%%02X".formatted(next & 0xFF));
        }
        return encoded.toString();
    }

    private static Arbitrary<Malformation> method() {
        return Arbitraries.of("PATCH", "PUT", "DELETE", "POST", "GET", "TRACE", "OPTIONS", "PROPFIND", "get", "X")
                .map(method -> draft -> draft.fault("method " + method).method(method));
    }

    private static Arbitrary<Malformation> header() {
        return Arbitraries.oneOf(
                header("Accept"),
                header("Authorization"),
                header("Accept-Language"),
                header("Accept-Encoding"),
                header("Range"),
                header("Origin"),
                forwardedFor(),
                header("traceparent"),
                header("Cookie"),
                header("X-HTTP-Method-Override"),
                lines());
    }

    private static Arbitrary<Malformation> header(String name) {
        return header(name, Nasty.text());
    }

    private static Arbitrary<Malformation> header(String name, Arbitrary<String> values) {
        return values.map(Malformation::fieldValue)
                .map(value -> draft -> draft.fault("header " + name).header(name, value));
    }

    /** Not empty: Quarkus would never answer, and no proxy that sets the header sends it so. */
    private static Arbitrary<Malformation> forwardedFor() {
        return header(
                "X-Forwarded-For",
                Nasty.text().filter(value -> !fieldValue(value).isBlank()));
    }

    /** What may stand in a field: control characters end a request for the server. */
    private static String fieldValue(String bytes) {
        return bytes.replaceAll("[\\x00-\\x08\\x0A-\\x1F\\x7F]", "");
    }

    /** Lines that are no header, or one too often, or none that we know; no upgrade, after which another protocol is spoken. */
    private static Arbitrary<Malformation> lines() {
        return Arbitraries.of(
                        "X-Nul: a\0b",
                        "X Space: a",
                        ": nameless",
                        "no colon",
                        "Host: other",
                        "Content-Length: -1",
                        "Content-Length: abc",
                        "Transfer-Encoding: gzip, nonsense",
                        "Content-Encoding: gzip",
                        "X-Long: " + "v".repeat(17_000),
                        "X-Many: 1\r\n".repeat(101) + "X-Last: 1")
                .map(line -> draft -> {
                    draft.fault("line " + line.substring(0, Math.min(20, line.length())))
                            .extraHeader(line);
                    if (!line.matches("(?s)X-[LM].*|Content-Encoding.*|Host.*")) {
                        draft.mayBeRefusedBarely();
                    }
                });
    }

    private static Arbitrary<Malformation> contentType() {
        return Arbitraries.oneOf(
                        Arbitraries.of(
                                "text/plain",
                                "application/xml",
                                "multipart/form-data",
                                "multipart/form-data; boundary=x",
                                "application/x-www-form-urlencoded",
                                "application/json; charset=utf-16",
                                "application/json; charset=nonsense",
                                "application/json;",
                                "application/merge-patch+json",
                                "application",
                                "/",
                                "*/*",
                                ""),
                        Nasty.text().map(Malformation::fieldValue))
                .map(type -> draft -> draft.fault("type " + type).header("Content-Type", type));
    }

    private static Arbitrary<Malformation> body() {
        Arbitrary<Malformation> whole =
                Nasty.json().map(json -> draft -> draft.fault("body").body(json));
        Arbitrary<Malformation> cut = Arbitraries.integers()
                .between(0, 400)
                .map(at -> draft -> draft.fault("cut")
                        .body(draft.body()
                                .substring(0, Math.min(at, draft.body().length()))));
        Arbitrary<Malformation> inserted = Arbitraries.integers()
                .between(0, 400)
                .flatMap(at -> Nasty.text().map(text -> draft -> {
                    int place = Math.min(at, draft.body().length());
                    draft.fault("insert at " + place)
                            .body(draft.body().substring(0, place)
                                    + text
                                    + draft.body().substring(place));
                }));
        Malformation mark = draft -> draft.fault("mark").body("\u00EF\u00BB\u00BF" + draft.body());
        Malformation wide = draft -> draft.fault("UTF-16").body(draft.body().replaceAll("(.)", "\0$1"));
        Malformation more = draft -> draft.fault("more").body(draft.body() + draft.body());
        Malformation large = draft -> draft.fault("large").body(" ".repeat(256 * 1024) + draft.body());
        Malformation chunks = draft -> {
            draft.fault("chunks").body(draft.body() + "}");
            draft.sendInChunks();
        };
        Malformation largeInChunks = draft -> {
            draft.fault("large in chunks").body(" ".repeat(256 * 1024) + draft.body());
            draft.sendInChunks();
        };
        return Arbitraries.oneOf(
                whole, cut, inserted, Arbitraries.of(mark, wide, more, chunks), rarely(large, largeInChunks, more));
    }

    private static Arbitrary<Malformation> rarely(Malformation one, Malformation other, Malformation usually) {
        return Arbitraries.frequency(Tuple.of(1, one), Tuple.of(1, other), Tuple.of(6, usually));
    }

    /** Another value somewhere in the document. */
    private static Arbitrary<Malformation> value() {
        return Arbitraries.integers()
                .between(0, 60)
                .flatMap(place -> Nasty.json()
                        .map(json -> draft -> draft.fault("value " + json.substring(0, Math.min(20, json.length())))
                                .body(replaced(draft.body(), place, json))));
    }

    private static String replaced(String body, int place, String json) {
        try {
            JsonNode document = JSON.readTree(body.getBytes(StandardCharsets.ISO_8859_1));
            List<Runnable> places = new ArrayList<>();
            collect(document, places);
            if (places.isEmpty()) {
                return json;
            }
            places.get(place % places.size()).run();
            return Draft.bytes(document.toString()).replace("\"" + PLACE + "\"", json);
        } catch (JsonProcessingException _) {
            return body; // another fault has been here before
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode node, List<Runnable> places) {
        TextNode here = TextNode.valueOf(PLACE);
        switch (node) {
            case ObjectNode object -> {
                for (Map.Entry<String, JsonNode> field : object.properties()) {
                    String name = field.getKey();
                    places.add(() -> object.set(name, here));
                    places.add(() -> object.remove(name));
                    collect(field.getValue(), places);
                }
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    int index = i;
                    places.add(() -> array.set(index, here));
                    collect(array.get(i), places);
                }
            }
            default -> {}
        }
    }

    /** A field that nobody knows, or one twice. */
    private static Arbitrary<Malformation> field() {
        return Arbitraries.of(
                        "\"surprise\":1,",
                        "\"\":0,",
                        "\"topic\":\"x\",\"topic\":\"y\",",
                        "\"__proto__\":{},",
                        "\"a\\u0000\":1,")
                .map(field -> draft -> draft.fault("field " + field)
                        .body(draft.body().replaceFirst("\\{", "{" + Matcher.quoteReplacement(field))));
    }
}
