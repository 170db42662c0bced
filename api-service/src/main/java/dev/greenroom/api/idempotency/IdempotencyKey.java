package dev.greenroom.api.idempotency;

import dev.greenroom.api.problem.OutsideTheBody;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.HeaderParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The {@code Idempotency-Key} header, if the client sent one. */
public class IdempotencyKey implements OutsideTheBody {

    static final String HEADER = "Idempotency-Key";
    static final String FORM = "has to be 1 to 255 visible ASCII characters";

    @HeaderParam(HEADER)
    @Pattern(regexp = "[\\x21-\\x7E]{1,255}", message = FORM) @Parameter(
            in = ParameterIn.HEADER,
            name = HEADER,
            description = "Makes the request safe to repeat: within 24 hours the same key with the same body"
                    + " gets the first response again.",
            example = "5f0c3a52-attempt",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 255, pattern = "^[\\x21-\\x7E]+$"))
    @Nullable String idempotencyKey;

    Optional<String> value() {
        return Optional.ofNullable(idempotencyKey);
    }
}
