package dev.greenroom.api.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * Says of each field whether it may be null, by JSpecify's annotations, and of each field of a response whether it is
 * always there. What a request must have its validation says.
 */
final class Presence {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);
    private static final Schema.SchemaType NULL = Schema.SchemaType.NULL;
    private static final String SCHEMA = org.eclipse.microprofile.openapi.annotations.media.Schema.class.getName();

    private final List<ClassInfo> records;
    private final Set<String> sent;

    /** @param sent the names of the schemas that clients send */
    Presence(IndexView index, Set<String> sent) {
        this.records = index.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith("dev.greenroom."))
                .sorted(Comparator.comparing(type -> type.name().toString()))
                .toList();
        this.sent = sent;
    }

    void addTo(OpenAPI document) {
        document.getComponents().getSchemas().forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                recordBehind(name, schema).ifPresent(type -> describe(name, schema, type));
            }
        });
    }

    /** The record of these fields whose name begins the schema's: that of a generic one goes on with its parameters. */
    private Optional<ClassInfo> recordBehind(String name, Schema schema) {
        return records.stream()
                .filter(type -> name.startsWith(nameOf(type))
                        && fieldsOf(type).equals(schema.getProperties().keySet()))
                .max(Comparator.comparingInt(type -> nameOf(type).length()));
    }

    private static String nameOf(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        AnnotationValue name = schema == null ? null : schema.value("name");
        return name == null ? type.simpleName() : name.asString();
    }

    private static Set<String> fieldsOf(ClassInfo type) {
        return type.recordComponentsInDeclarationOrder().stream()
                .map(RecordComponentInfo::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void describe(String name, Schema schema, ClassInfo type) {
        boolean answered = !sent.contains(name);
        for (String property : fieldsOf(type)) {
            FieldInfo field = type.field(property);
            Schema value = Objects.requireNonNull(schema.getProperties().get(property));
            boolean nullable = field.type().hasAnnotation(NULLABLE);
            boolean leftOut = answered && isLeftOut(field, nullable);
            if (nullable && !leftOut) {
                schema.addProperty(property, orNull(value));
            } else {
                withoutTypeBesideReference(value);
            }
            if (answered && !leftOut) {
                schema.addRequired(property);
            }
        }
        if (!answered) {
            schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
        }
    }

    /** Whether the field is missing, rather than null or empty, when there is nothing to say. */
    private static boolean isLeftOut(FieldInfo field, boolean nullable) {
        return switch (inclusion(field)) {
            case NON_NULL, NON_ABSENT -> nullable;
            case NON_EMPTY -> nullable || field.type().kind() == Type.Kind.PARAMETERIZED_TYPE;
            case ALWAYS, NON_DEFAULT, CUSTOM, USE_DEFAULTS -> false;
        };
    }

    private static JsonInclude.Include inclusion(FieldInfo field) {
        for (AnnotationTarget target : List.of(field, field.declaringClass())) {
            AnnotationInstance include = target.declaredAnnotation(INCLUDE);
            if (include != null && include.value() != null) {
                return JsonInclude.Include.valueOf(include.value().asEnum());
            }
        }
        return JsonInclude.Include.ALWAYS;
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() == null) {
            schema.addType(NULL);
            return schema;
        }
        String ref = schema.getRef();
        schema.setRef(null);
        schema.setType(null);
        return schema.addAnyOf(OASFactory.createSchema().ref(ref))
                .addAnyOf(OASFactory.createSchema().type(List.of(NULL)));
    }

    /** What a reference stands for has its type already. */
    private static void withoutTypeBesideReference(Schema schema) {
        if (schema.getRef() != null) {
            schema.setType(null);
        }
    }
}
