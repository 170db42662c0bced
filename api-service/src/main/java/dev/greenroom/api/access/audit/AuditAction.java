package dev.greenroom.api.access.audit;

/** What is noted in the audit log: whatever concerns access, erases, gives out or changes what others rely on. */
public enum AuditAction {
    API_KEY_CREATED,
    API_KEY_ROTATED,
    API_KEY_REVOKED,
    SESSION_ERASED,
    CANDIDATE_ERASED,
    CANDIDATE_EXPORTED,
    QUESTION_CREATED,
    QUESTION_REVISED,
    QUESTION_PUBLISHED,
    QUESTION_ARCHIVED,
    QUESTION_BANK_REPLACED,
    ANSWER_RESCORED,
    ANSWER_RETRIED
}
