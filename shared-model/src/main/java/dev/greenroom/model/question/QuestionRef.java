package dev.greenroom.model.question;

/** A question in one of its versions, which never change: {@code django-orm-n-plus-one@3}. */
public record QuestionRef(String id, int version) {

    @Override
    public String toString() {
        return id + "@" + version;
    }
}
