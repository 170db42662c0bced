package dev.greenroom.worker.encoder;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A message in the wire format of Protocol Buffers: numbers as varints, all else with its length before it. */
final class ProtoMessage {

    private static final int LENGTH_DELIMITED = 2;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Adds a field that is not negative. */
    ProtoMessage number(int field, int value) {
        varint(field << 3);
        varint(value);
        return this;
    }

    ProtoMessage text(int field, String value) {
        return delimited(field, value.getBytes(StandardCharsets.UTF_8));
    }

    ProtoMessage nested(int field, ProtoMessage value) {
        return delimited(field, value.bytes());
    }

    private ProtoMessage delimited(int field, byte[] value) {
        varint((field << 3) | LENGTH_DELIMITED);
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    /** Seven bits a byte, the lowest first, the eighth saying that more follow. */
    private void varint(int value) {
        int rest = value;
        while (rest > 0x7f) {
            bytes.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes.write(rest);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
