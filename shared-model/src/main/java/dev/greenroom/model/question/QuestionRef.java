package dev.greenroom.model.question;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/**
 * A question in one of its versions, which never change: {@code django-orm-n-plus-one@3}.
 *
 * @param id the slug of a built-in question; of a tenant's own, its slug, a tilde and the tenant's id
 */
public record QuestionRef(String id, int version) {

    private static final char OWNER = '~';

    /** The id under which a tenant's question is stored. */
    public static String ownId(String slug, UUID tenant) {
        return slug + OWNER + tenant;
    }

    /** What its owner calls it. */
    @JsonIgnore
    public String slug() {
        return isBuiltIn() ? id : id.substring(0, id.indexOf(OWNER));
    }

    @JsonIgnore
    public boolean isBuiltIn() {
        return id.indexOf(OWNER) < 0;
    }

    /** The same as it is shown: {@code our-question@2}. */
    public String shown() {
        return slug() + "@" + version;
    }

    @Override
    public String toString() {
        return id + "@" + version;
    }
}
