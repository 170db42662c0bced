package dev.greenroom.worker.gate;

import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ways to write something so that a program overlooks it and a language model does not. */
final class Disguise {

    private static final int FEW_INVISIBLE = 2;
    private static final int FEW_FOREIGN = 7;
    private static final int FIRST_TAG = 0xE0000;
    private static final int LAST_TAG = 0xE007F;
    private static final double PRINTABLE = 0.95;

    // Repeated groups are bounded: the matcher takes stack for each repetition.
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{20,}={0,2}");
    private static final Pattern HEX = Pattern.compile("(?:\\b|\\\\x|%)(?:[0-9a-fA-F]{2}(?:\\s|\\\\x|%)?){12,120}");
    private static final Pattern ENTITIES = Pattern.compile("(?:&#x?[0-9a-fA-F]{2,4};|\\\\u00[0-9a-fA-F]{2}){4,120}");
    private static final Pattern ENTITY = Pattern.compile("&#(x?)([0-9a-fA-F]{2,4});|\\\\u00([0-9a-fA-F]{2})");
    private static final Pattern SPACED =
            Pattern.compile("(?:(?<![\\p{L}\\p{N}])\\p{L}[ ._*-]{1,3}){9}\\p{L}(?![\\p{L}\\p{N}])");
    private static final Pattern SPLIT = Pattern.compile("(?<=[a-z])[._*~^|-](?=[a-z])");
    private static final String LEET = "0134578@$!";
    private static final String LETTERS = "oleastbasi";

    private Disguise() {}

    /** Whether a text has none of the marks that only somebody with something to hide would type. */
    static boolean isPlain(String text) {
        return text.codePoints().noneMatch(Disguise::hides)
                && text.codePoints().filter(Disguise::isInvisible).count() <= FEW_INVISIBLE
                && !mixesAlphabets(text)
                && !SPACED.matcher(text).find();
    }

    private static boolean hides(int character) {
        boolean turnsDirection =
                (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
        return turnsDirection || (character >= FIRST_TAG && character <= LAST_TAG);
    }

    /** The joiner within emojis is not counted, since it stands between symbols. */
    private static boolean isInvisible(int character) {
        return character == 0x200B
                || character == 0x200C
                || character == 0x2060
                || character == 0xFEFF
                || character == 0x00AD;
    }

    /** A Latin text with words of another alphabet, or with single letters that only look Latin. */
    private static boolean mixesAlphabets(String text) {
        long latin = text.codePoints()
                .filter(character -> isOf(character, UnicodeScript.LATIN))
                .count();
        long foreign = text.codePoints()
                .filter(Character::isLetter)
                .filter(character -> !isOf(character, UnicodeScript.LATIN))
                .count();
        return latin > foreign
                && (foreign > FEW_FOREIGN || MIXED_WORD.matcher(text).find());
    }

    private static final Pattern MIXED_WORD = Pattern.compile(
            "\\p{IsLatin}[\\p{IsCyrillic}\\p{IsGreek}&&[^µμΩλπσ]]|[\\p{IsCyrillic}\\p{IsGreek}&&[^µμΩλπσ]]\\p{IsLatin}");

    private static boolean isOf(int character, UnicodeScript script) {
        return UnicodeScript.of(character) == script && Character.isLetter(character);
    }

    /**
     * What a text may say besides what it says at first sight.
     *
     * @param folded in lower case
     * @param original since some codes tell cases apart
     */
    static Stream<String> readings(String folded, String original) {
        return Stream.of(
                        Stream.of(
                                leet(folded),
                                new StringBuilder(folded).reverse().toString(),
                                rotated(folded),
                                SPLIT.matcher(folded).replaceAll("")),
                        all(BASE64, original).flatMap(run -> base64(run).stream()),
                        all(HEX, original).flatMap(run -> hex(run).stream()),
                        all(ENTITIES, original).map(Disguise::entities))
                .flatMap(texts -> texts);
    }

    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group);
    }

    private static String leet(String text) {
        return text.chars()
                .map(character -> LEET.indexOf(character) < 0 ? character : LETTERS.charAt(LEET.indexOf(character)))
                .mapToObj(character -> String.valueOf((char) character))
                .collect(Collectors.joining());
    }

    private static String rotated(String text) {
        return text.chars()
                .map(character -> character >= 'a' && character <= 'z' ? 'a' + (character - 'a' + 13) % 26 : character)
                .mapToObj(character -> String.valueOf((char) character))
                .collect(Collectors.joining());
    }

    private static Optional<String> base64(String run) {
        String bare = run.replaceAll("=+$", "");
        String whole = bare.substring(0, bare.length() - (bare.length() % 4 == 1 ? 1 : 0));
        return readable(Base64.getDecoder().decode(whole));
    }

    private static Optional<String> hex(String run) {
        String digits = run.replaceAll("\\\\x|[%\\s]", "");
        return readable(HexFormat.of().parseHex(digits, 0, digits.length() / 2 * 2));
    }

    private static Optional<String> readable(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        long printable = text.chars()
                .filter(character -> character >= ' ' && character <= '~')
                .count();
        return printable >= PRINTABLE * text.length() && text.contains(" ")
                ? Optional.of(text.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private static String entities(String run) {
        return ENTITY.matcher(run)
                .results()
                .map(match -> match.group(3) != null
                        ? Character.toString(Integer.parseInt(match.group(3), 16))
                        : Character.toString(
                                Integer.parseInt(match.group(2), match.group(1).isEmpty() ? 10 : 16)))
                .collect(Collectors.joining())
                .toLowerCase(Locale.ROOT);
    }
}
