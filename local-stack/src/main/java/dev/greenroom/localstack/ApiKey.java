package dev.greenroom.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** A key of the API of a local stack; made at the first start, readable by its owner only. */
final class ApiKey {
    static final String TEST = "gr_test_";
    static final String LIVE = "gr_live_";
    static final String PUBLISHABLE = "gr_pub_";
    private static final String BASE_62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM = 26;
    private static final int CHECKSUM = 6;

    private ApiKey() {}

    static String keptIn(Path file, String prefix) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, random(prefix, new SecureRandom()));
            }
            String kept = Files.readString(file).strip();
            if (!kept.startsWith(prefix) || !isOurs(kept)) { // of an earlier release: without a checksum
                kept = random(prefix, new SecureRandom());
                Files.writeString(file, kept);
            }
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(String key) {
        int end = key.length() - CHECKSUM;
        return end > 0 && key.substring(end).equals(checksum(key.substring(0, end)));
    }

    private static String random(String prefix, SecureRandom randomness) {
        String key = randomness
                .ints(RANDOM, 0, BASE_62.length())
                .mapToObj(index -> BASE_62.substring(index, index + 1))
                .collect(Collectors.joining("", prefix, ""));
        return key + checksum(key);
    }

    /** By which the API tells a mistyped key. */
    private static String checksum(String key) {
        CRC32 crc = new CRC32();
        crc.update(key.getBytes(StandardCharsets.US_ASCII));
        StringBuilder digits = new StringBuilder();
        for (long rest = crc.getValue(); digits.length() < CHECKSUM; rest /= BASE_62.length()) {
            digits.append(BASE_62.charAt((int) (rest % BASE_62.length())));
        }
        return digits.reverse().toString();
    }
}
