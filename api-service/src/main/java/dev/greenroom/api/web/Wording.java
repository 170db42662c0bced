package dev.greenroom.api.web;

import dev.greenroom.model.evaluation.Band;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Defence;
import dev.greenroom.model.evaluation.Trigger;
import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** What templates say for the names of the contract. */
@TemplateExtension
final class Wording {

    private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_{}\\[\\]()#+\\-!|<>&~]|(?<=\\d)\\.");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Wording() {}

    /** A text as it stands, whatever of it would be markup in Markdown; line ends as one space. */
    static String md(String text) {
        return escaped(text).replaceAll("\\s+", " ");
    }

    /** The same as a quotation, line by line. */
    static String mdQuote(String text) {
        return escaped(text).lines().map(line -> "> " + line + "\n").reduce("", String::concat);
    }

    private static String escaped(String text) {
        return MARKDOWN.matcher(text).replaceAll("\\\\$0");
    }

    static String words(Band band) {
        return switch (band) {
            case STRONG -> "Strong";
            case SOLID -> "Solid";
            case PARTIAL -> "Partial";
            case WEAK -> "Weak";
            case NO_EVIDENCE -> "No evidence";
        };
    }

    static String words(ConceptState state) {
        return switch (state) {
            case COVERED -> "Covered";
            case PARTIAL -> "Half said";
            case MISSED -> "Missing";
            case WRONG -> "Not right";
        };
    }

    /** Tells states apart without colour. */
    static String symbol(ConceptState state) {
        return switch (state) {
            case COVERED -> "✓";
            case PARTIAL -> "◐";
            case MISSED -> "○";
            case WRONG -> "✕";
        };
    }

    static String words(Defence defence) {
        return switch (defence) {
            case HELD -> "Held when asked back";
            case REPAIRED -> "Put right when asked back";
            case FOLDED -> "Gave way when asked back";
            case CONTRADICTED -> "Contradicted itself";
            case NOT_PROBED -> "Not asked back";
        };
    }

    /** A day as people write it, in UTC. */
    static String day(Instant time) {
        return DAY.format(time.atOffset(ZoneOffset.UTC));
    }

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** The name of a constant as a class of a style sheet. */
    static String css(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A share of 1 in percent. */
    static long percent(double share) {
        return Math.round(share * 100);
    }

    static String words(Trigger trigger) {
        return switch (trigger) {
            case WRONG_CONCEPT -> "because something was not right";
            case PARTIAL_CONCEPT -> "because something was half said";
            case MISSED_CONCEPT -> "because something was missing";
            case ALL_COVERED -> "because nothing was missing";
        };
    }
}
