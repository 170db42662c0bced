package dev.greenroom.api.bank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Answers 304 to a client that holds the same content already (RFC 9110, section 13). */
@ApplicationScoped
class ETags {

    private static final int TAG_BYTES = 12;

    private final ObjectMapper json;

    ETags(ObjectMapper json) {
        this.json = json;
    }

    Response respond(Request request, Object view) {
        EntityTag tag = new EntityTag(digest(write(view)));
        Response.ResponseBuilder notModified = request.evaluatePreconditions(tag);
        return (notModified == null ? Response.ok(view) : notModified)
                .tag(tag)
                .header("Vary", "Accept")
                .build();
    }

    private String write(Object view) {
        try {
            return view instanceof String text ? text : json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digest(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
