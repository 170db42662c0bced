package dev.greenroom.api.bank;

/** Where a question stands: being written, asked in new sessions, or out of use. */
public enum QuestionStatus {
    DRAFT,
    PUBLISHED,
    ARCHIVED
}
