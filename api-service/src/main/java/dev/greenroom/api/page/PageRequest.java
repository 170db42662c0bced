package dev.greenroom.api.page;

import dev.greenroom.api.problem.OutsideTheBody;
import dev.greenroom.model.id.IdKind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page of a list a client asks for. */
public class PageRequest implements OutsideTheBody {

    @QueryParam("limit")
    @DefaultValue("20")
    @Min(1) @Max(100) @Parameter(description = "How many items at most.")
    int limit;

    @QueryParam("cursor")
    @Parameter(
            description = "The `nextCursor` of the page before.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            minLength = 1,
                            maxLength = Cursor.LONGEST,
                            pattern = "^[A-Za-z0-9_-]+$"))
    @Nullable String cursor;

    public int limit() {
        return limit;
    }

    /** The row before which the page starts, of a list that is ordered by ids, newest first; null for the first page. */
    public @Nullable UUID before(IdKind kind) {
        return cursor().map(Cursor::decode)
                .map(id -> kind.parse(id).orElseThrow(Cursor::unknown))
                .orElse(null);
    }

    public Optional<String> cursor() {
        return Optional.ofNullable(cursor);
    }
}
