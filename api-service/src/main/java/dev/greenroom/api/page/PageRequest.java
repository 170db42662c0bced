package dev.greenroom.api.page;

import dev.greenroom.api.problem.OutsideTheBody;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page of a list a client asks for. */
public class PageRequest implements OutsideTheBody {

    @QueryParam("limit")
    @DefaultValue("20")
    @Min(1) @Max(100) @Parameter(description = "How many items at most.")
    int limit;

    @QueryParam("cursor")
    @Parameter(description = "The `nextCursor` of the page before.")
    @Nullable String cursor;

    public int limit() {
        return limit;
    }

    public Optional<String> cursor() {
        return Optional.ofNullable(cursor);
    }
}
