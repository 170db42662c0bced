package dev.greenroom.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.greenroom.api.problem.Limits;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes the REST layer refuse what a client did not mean: duplicate keys, unknown fields, wrong types, trailing text. */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(Limits.JSON_DEPTH)
                        .build());
        mapper.registerModule(new WholeTextModule());
        mapper.registerModule(new BoundedModule());
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        for (LogicalType scalar : List.of(
                LogicalType.Textual,
                LogicalType.Integer,
                LogicalType.Float,
                LogicalType.Boolean,
                LogicalType.Enum,
                LogicalType.DateTime)) {
            refuseAllShapesBut(shapeOf(scalar), mapper, scalar);
        }
    }

    private static CoercionInputShape shapeOf(LogicalType type) {
        return switch (type) {
            case Integer -> CoercionInputShape.Integer;
            case Float -> CoercionInputShape.Float;
            case Boolean -> CoercionInputShape.Boolean;
            default -> CoercionInputShape.String;
        };
    }

    private static void refuseAllShapesBut(CoercionInputShape own, ObjectMapper mapper, LogicalType type) {
        for (CoercionInputShape shape : CoercionInputShape.values()) {
            boolean integerForFloat = type == LogicalType.Float && shape == CoercionInputShape.Integer;
            if (shape != own && !integerForFloat) {
                mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
            }
        }
    }
}
