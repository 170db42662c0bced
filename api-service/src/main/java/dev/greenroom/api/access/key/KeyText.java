package dev.greenroom.api.access.key;

import dev.greenroom.model.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * A key as its holder has it: a prefix that says what it is, 26 random characters, and six that are a checksum of all
 * before, by which a mistyped or cut key is refused unseen and a scanner tells keys from chance. An operator may choose
 * the first key of an installation: of any other length, so that nobody takes its end for a checksum.
 */
record KeyText(String text) {

    private static final String BASE_62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final Pattern FORM = Pattern.compile("gr_(?:live|test|pub)_[0-9A-Za-z]{12,64}");
    private static final int RANDOM = 26;
    private static final int CHECKSUM = 6;
    private static final int SHOWN = 4;

    static KeyText random(KeyKind kind, boolean sandbox, RandomGenerator randomness) {
        String random = randomness
                .ints(RANDOM, 0, BASE_62.length())
                .mapToObj(digit -> BASE_62.substring(digit, digit + 1))
                .collect(Collectors.joining("", kind.prefix(sandbox), ""));
        return new KeyText(random + checksum(random));
    }

    boolean isWellFormed() {
        return FORM.matcher(text).matches() && (isChosen() || text.endsWith(checksum(unsummed())));
    }

    private boolean isChosen() {
        return text.length() - prefixLength() != RANDOM + CHECKSUM;
    }

    private int prefixLength() {
        return text.indexOf('_', KeyKind.BRAND.length()) + 1;
    }

    private String unsummed() {
        return text.substring(0, text.length() - CHECKSUM);
    }

    KeyKind kind() {
        return text.startsWith(KeyKind.PUBLISHABLE.prefix(false)) ? KeyKind.PUBLISHABLE : KeyKind.SECRET;
    }

    boolean isTest() {
        return text.startsWith(KeyKind.SECRET.prefix(true));
    }

    /** The form in which keys are stored. They are long and random, so a plain SHA-256 cannot be searched through. */
    byte[] hash() {
        return Sha256.of(text);
    }

    String hexHash() {
        return HexFormat.of().formatHex(hash());
    }

    /** What people recognise the key by. */
    String hint() {
        return text.substring(0, prefixLength()) + "…" + text.substring(text.length() - SHOWN);
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        StringBuilder digits = new StringBuilder();
        for (long rest = crc.getValue(); digits.length() < CHECKSUM; rest /= BASE_62.length()) {
            digits.append(BASE_62.charAt((int) (rest % BASE_62.length())));
        }
        return digits.reverse().toString();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return hint();
    }
}
