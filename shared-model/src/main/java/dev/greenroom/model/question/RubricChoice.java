package dev.greenroom.model.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rubric that a question is scored by.
 *
 * @param id rubric and version, such as {@code technical@1}
 * @param weights the question's own weights by criterion, in place of the rubric's; a criterion left out does not apply
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RubricChoice(String id, @Nullable Map<String, Double> weights) {

    public RubricChoice {
        weights = weights == null ? null : Map.copyOf(weights);
    }
}
