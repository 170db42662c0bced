package dev.greenroom.model.evaluation;

/** Why a follow-up was asked. */
public enum Trigger {
    WRONG_CONCEPT,
    PARTIAL_CONCEPT,
    MISSED_CONCEPT,
    ALL_COVERED
}
