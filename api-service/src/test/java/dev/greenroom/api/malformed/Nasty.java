package dev.greenroom.api.malformed;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Values that have broken services before, as characters that stand for bytes (see {@link Draft}). */
final class Nasty {

    private static final List<String> TEXTS = Stream.of(
                    "",
                    " ",
                    "null",
                    "true",
                    "-1",
                    "0",
                    "101",
                    "1.5",
                    "1e3",
                    "99999999999999999999",
                    "-9223372036854775808",
                    "NaN",
                    "٣",
                    "😀",
                    "\u202Eright to left",
                    "\uFFFF",
                    "%",
                    "'; drop table answer; --",
                    "' or '1'='1",
                    "\"",
                    "\\",
                    "a & | ! ( ) :* <-> b",
                    "${jndi:ldap://x/y}",
                    "{{7*7}}",
                    "%s%n%x",
                    "<script>alert(1)</script>",
                    "../../../etc/passwd",
                    "*",
                    "W/\"",
                    ";;;===",
                    "ses_",
                    "ans_0000000000000000000000",
                    "trn_zzzzzzzzzzzzzzzzzzzzzz",
                    "key_!!!!!!!!!!!!!!!!!!!!!!",
                    "ses_0351zwy0mGmmrad4YRYHQ7extra",
                    "c2VzXzAzNTF6d3kwbUdtbXJhZDRZUllIUTc",
                    "AA",
                    "x".repeat(300),
                    "y".repeat(3_000))
            .map(Draft::bytes)
            .toList();

    /** No UTF-8: cut off, overlong, a surrogate, bytes that never occur. */
    private static final List<String> BROKEN_BYTES =
            List.of("\u00C3", "\u00C0\u0080", "\u00ED\u00A0\u0080", "\u00FF\u00FE", "\u00F5\u0080\u0080\u0080");

    /** As they stand in a JSON document. */
    private static final List<String> JSON = Stream.of(
                    "null",
                    "true",
                    "0",
                    "-1",
                    "1.5",
                    "1e400",
                    "1e1000000000",
                    "-0.0",
                    "9223372036854775807",
                    "9223372036854775808",
                    "9".repeat(400),
                    "0." + "3".repeat(1_200),
                    "00",
                    "+1",
                    ".5",
                    "NaN",
                    "-Infinity",
                    "undefined",
                    "'single'",
                    "/*c*/1",
                    "\"\"",
                    "\" \"",
                    "\"\\u0000\"",
                    "\"a\\u0000b\"",
                    "\"\\ud800\"",
                    "\"\\udfff\\ud800 words\"",
                    "\"\\x41\"",
                    "\"\\u00\"",
                    "\"not closed",
                    "\"a\u0001b\"",
                    "\"😀\"",
                    "\"\uFFFF\"",
                    "\"2020-13-45T99:00:00Z\"",
                    "\"+999999999-12-31T23:59:59Z\"",
                    "\"1970-01-01T00:00:00\"",
                    "\"P999999999D\"",
                    "\"" + "x".repeat(300) + "\"",
                    "\"" + "y".repeat(20_001) + "\"",
                    "\"" + "z".repeat(100_000) + "\"",
                    "[]",
                    "{}",
                    "[null]",
                    "[[[]]]",
                    "[\"\", \"\"]",
                    "[" + "\"a\",".repeat(6_000) + "\"a\"]",
                    "{\"\": null}",
                    "{\"a\": {\"b\": []}}",
                    "{\"k\": 1, \"k\": 2}",
                    "[".repeat(40) + "]".repeat(40),
                    "[".repeat(5_000) + "]".repeat(5_000),
                    "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000),
                    "\"" + "'; drop table answer; --" + "\"")
            .map(Draft::bytes)
            .toList();

    private Nasty() {}

    static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.of(TEXTS),
                Arbitraries.of(TEXTS),
                Arbitraries.of(BROKEN_BYTES),
                Arbitraries.strings().ofMaxLength(40).map(Draft::bytes));
    }

    static Arbitrary<String> json() {
        return Arbitraries.oneOf(
                Arbitraries.of(JSON),
                Arbitraries.of(JSON),
                Arbitraries.of(BROKEN_BYTES).map(bytes -> "\"" + bytes + "\""),
                Arbitraries.longs().map(String::valueOf),
                Arbitraries.doubles().map(String::valueOf));
    }
}
