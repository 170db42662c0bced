package dev.greenroom.worker.gate;

import dev.greenroom.worker.language.Word;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises sentences that talk to the grader instead of answering. */
final class Instructions {

    private static final String GRADER =
            "(?:grader|examiner|evaluator|interviewer|marker|reviewer|judge|ai|a\\.i\\.|llm|language model|assistant|scoring system|grading system)";
    private static final String TOP = "(?:full|maximum|max|perfect|highest|top|best|100|ten|10|5|five|strong|all)";
    private static final String MARKS = "(?:score|scores|mark|marks|point|points|grade|grades|credit|rating|band)";

    private static final Pattern INSTRUCTION = Pattern.compile(
            String.join(
                    "|",
                    "\\b(?:ignore|disregard|forget|override|bypass)\\b.{0,40}\\b(?:instructions?|prompts?|rubrics?|rules|criteria|guidelines|directions|everything above)\\b",
                    "\\b(?:give|award|assign|grant|grade|mark|score|rate|evaluate)\\b.{0,40}\\b" + TOP + "\\b.{0,20}\\b"
                            + MARKS + "\\b",
                    "\\b(?:give|award|assign|grant|grade|mark|score|rate)\\b.{0,20}\\b(?:me|this|it|my answer|the answer|the response)\\b.{0,20}(?:\\b\\d{2,3}\\b|\\d+\\s*/\\s*\\d+|\\ba\\+|\\bas (?:correct|perfect|strong|covered|full))",
                    "\\bmark\\b.{0,20}\\b(?:concepts?|criteria|criterion|everything)\\b.{0,20}\\b(?:covered|correct|met|full)",
                    "\\bset\\b.{0,15}\\b(?:score|grade|rating)\\b.{0,10}\\bto\\b",
                    "\\b(?:score|grade|rating)\\s*[:=]\\s*\\d+",
                    "\\byou are (?:now )?(?:an? |the )?(?:\\w+ )?" + GRADER + "\\b",
                    "\\bas (?:an?|the) " + GRADER + "\\b.{0,20}\\byou\\b",
                    "^\\W*(?:dear|attention|note to|message to|hey|hello) (?:the )?" + GRADER + "\\b",
                    "\\b(?:this|my|the) (?:answer|response|submission) (?:deserves|should (?:get|receive|be (?:marked|graded|scored|rated|given|awarded))|must (?:be|get|receive))\\b",
                    "^\\W*(?:system|assistant|developer|instruction)s?\\s*:",
                    "<\\|?/?(?:system|im_start|im_end|inst|assistant)\\b|\\[/?inst]|###\\s*(?:instruction|system)"),
            Pattern.CASE_INSENSITIVE);

    /** Every instruction holds one of these, so that most sentences need no closer look. */
    private static final Set<String> SIGNS = Set.of(
            "ignore",
            "disregard",
            "forget",
            "override",
            "bypass",
            "give",
            "award",
            "assign",
            "grant",
            "grade",
            "mark",
            "score",
            "rate",
            "rating",
            "evaluate",
            "set",
            "you",
            "dear",
            "attention",
            "note",
            "message",
            "hey",
            "hello",
            "deserves",
            "should",
            "must",
            "system",
            "assistant",
            "developer",
            "developers",
            "systems",
            "assistants",
            "instruction",
            "instructions",
            "im",
            "inst");

    private Instructions() {}

    static boolean areIn(String sentence) {
        boolean suspicious = Word.listIn(sentence).stream().anyMatch(word -> SIGNS.contains(bare(word)));
        return suspicious && INSTRUCTION.matcher(sentence).find();
    }

    /** A word without what an apostrophe adds to it. */
    private static String bare(Word word) {
        int apostrophe = word.text().indexOf('\'');
        return apostrophe < 0 ? word.text() : word.text().substring(0, apostrophe);
    }
}
