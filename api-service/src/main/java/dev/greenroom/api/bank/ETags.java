package dev.greenroom.api.bank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.api.problem.Fault;
import dev.greenroom.model.digest.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers 304 to a client that holds the same content already (RFC 9110, section 13). */
@ApplicationScoped
public class ETags {

    private static final int TAG_BYTES = 12;

    private final ObjectMapper json;

    ETags(ObjectMapper json) {
        this.json = json;
    }

    public Response respond(Request request, Object view) {
        return respond(request, view, () -> view);
    }

    /** The same for what is made of {@code source}, and made only for a client that does not hold it. */
    public Response respond(Request request, Object source, Supplier<?> content) {
        EntityTag tag = new EntityTag(digest(write(source)));
        Response.ResponseBuilder unmet = request.evaluatePreconditions(tag);
        return (unmet == null ? Response.ok(content.get()) : notModified(unmet))
                .tag(tag)
                .header("Vary", "Accept")
                .build();
    }

    private static Response.ResponseBuilder notModified(Response.ResponseBuilder unmet) {
        if (unmet.build().getStatus() == Response.Status.PRECONDITION_FAILED.getStatusCode()) {
            throw new Fault.Outdated("It is not, or no longer, in the state that If-Match names.");
        }
        return unmet;
    }

    /** The response of a change, with the tag that a GET of the same view would have. */
    public Response tagged(Response response) {
        Object view = response.getEntity();
        return Response.fromResponse(response)
                .tag(new EntityTag(digest(write(view))))
                .build();
    }

    /** Refuses a change that was made for another state of the view (RFC 9110, section 13.1.1; RFC 6585, section 3). */
    public void requireMatch(@Nullable String ifMatch, Object current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Fault.Unconditional(
                    "Say in If-Match which state the change was made for: the ETag of the last answer.");
        }
        requireMatchIfAny(ifMatch, current);
    }

    /** The same for what is perhaps not there yet: the first state of it needs no condition and meets none. */
    public void requireMatchOrAbsence(@Nullable String ifMatch, Optional<?> current) {
        if (current.isPresent()) {
            requireMatch(ifMatch, current.get());
        } else if (ifMatch != null && !ifMatch.isBlank()) {
            throw new Fault.Outdated("There is nothing here that could be in the state that If-Match names.");
        }
    }

    /** The same where the header may be left out. */
    public void requireMatchIfAny(@Nullable String ifMatch, Object current) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return;
        }
        String tag = '"' + digest(write(current)) + '"';
        if (Arrays.stream(ifMatch.split(",", -1)).map(String::strip).noneMatch(tag::equals)) {
            throw new Fault.Outdated("It has changed since: read it again and apply the change to what it is now.");
        }
    }

    private String write(Object view) {
        try {
            return view instanceof String text ? text : json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digest(String content) {
        return HexFormat.of().formatHex(Sha256.of(content), 0, TAG_BYTES);
    }
}
