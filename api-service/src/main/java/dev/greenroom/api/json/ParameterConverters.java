package dev.greenroom.api.json;

import dev.greenroom.api.problem.Fault;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers 400 to a parameter of the wrong type, where the framework would say that the address does not exist. */
@Provider
class ParameterConverters implements ParamConverterProvider {

    private static final int DATE_CHARACTERS = 10;

    @Override
    @SuppressWarnings("unchecked") // T is what its class says
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        if (type.isEnum()) {
            return converter(text -> constant(type, text), "is none of " + Arrays.toString(type.getEnumConstants()));
        }
        if (type == int.class || type == Integer.class) {
            return converter(text -> (T) Integer.valueOf(text), "is not a whole number");
        }
        if (type == LocalDate.class) {
            return converter(text -> (T) date(text), "is not a date like 2026-03-14");
        }
        return null;
    }

    /** As RFC 3339 writes one: years of more digits are too far off for the database. */
    private static LocalDate date(String text) {
        if (text.length() != DATE_CHARACTERS) {
            throw new IllegalArgumentException();
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static <T> T constant(Class<T> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.toString().equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static <T> ParamConverter<T> converter(Function<String, T> parse, String complaint) {
        return new ParamConverter<>() {
            @Override
            public T fromString(String text) {
                try {
                    return parse.apply(text);
                } catch (IllegalArgumentException _) {
                    // Only as the cause of a WebApplicationException does a fault survive the framework here.
                    throw new BadRequestException(new Fault.Malformed(
                            "invalid_parameter", "The parameter value '%s' %s.".formatted(text, complaint)));
                }
            }

            @Override
            public String toString(T value) {
                return String.valueOf(value);
            }
        };
    }
}
