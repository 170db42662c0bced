package dev.greenroom.model.question;

/** What a question asks the candidate to do. */
public enum QuestionKind {
    EXPLAIN,
    COMPARE,
    DEBUG,
    DESIGN,
    TRADE_OFF
}
