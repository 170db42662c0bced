package dev.greenroom.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.stream.Collectors;

/** The key that opens the API of a local stack; made at the first start, readable by its owner only. */
final class ApiKey {
    private static final String PREFIX = "gr_test_";
    private static final String BASE_62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 32;

    private ApiKey() {}

    static String keptIn(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, random(new SecureRandom()));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String random(SecureRandom randomness) {
        return randomness
                .ints(LENGTH, 0, BASE_62.length())
                .mapToObj(index -> BASE_62.substring(index, index + 1))
                .collect(Collectors.joining("", PREFIX, ""));
    }
}
