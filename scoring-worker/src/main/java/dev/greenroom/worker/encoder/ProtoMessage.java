package dev.greenroom.worker.encoder;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A message in the wire format of Protocol Buffers, to be written or read; without a schema. What it is made of isn't copied
 * before it is asked for its bytes.
 */
final class ProtoMessage {

    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FOUR_BYTES = 5;

    private final List<ByteBuffer> parts = new ArrayList<>();
    private int size;

    /** Adds a field that is not negative. */
    ProtoMessage number(int field, int value) {
        return add(varint((field << 3) | VARINT)).add(varint(value));
    }

    ProtoMessage text(int field, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return delimited(field, bytes.length).add(ByteBuffer.wrap(bytes));
    }

    ProtoMessage nested(int field, ProtoMessage value) {
        delimited(field, value.size);
        value.parts.forEach(this::add);
        return this;
    }

    /** Adds a field as it was read. */
    ProtoMessage field(Field field) {
        return add(field.whole());
    }

    private ProtoMessage delimited(int field, int length) {
        return add(varint((field << 3) | LENGTH_DELIMITED)).add(varint(length));
    }

    private ProtoMessage add(ByteBuffer part) {
        parts.add(part);
        size += part.remaining();
        return this;
    }

    /** Seven bits a byte, the lowest first, the eighth saying that more follow. */
    private static ByteBuffer varint(int value) {
        ByteBuffer bytes = ByteBuffer.allocate(5);
        int rest = value;
        while (rest > 0x7f) {
            bytes.put((byte) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        return bytes.put((byte) rest).flip();
    }

    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(size);
        parts.forEach(part -> bytes.put(part.duplicate()));
        return bytes.array();
    }

    /**
     * The fields of a message, in their order.
     *
     * @param message stays as it is, and has to
     * @throws IOException when it breaks off, or is none
     */
    static List<Field> read(ByteBuffer message) throws IOException {
        ByteBuffer rest = message.slice();
        List<Field> fields = new ArrayList<>();
        try {
            while (rest.hasRemaining()) {
                fields.add(readField(rest));
            }
        } catch (BufferUnderflowException e) {
            throw new IOException("A message breaks off", e);
        }
        return fields;
    }

    private static Field readField(ByteBuffer rest) throws IOException {
        int start = rest.position();
        long tag = readVarint(rest);
        int kind = (int) (tag & 7);
        long length = switch (kind) {
            case VARINT -> {
                long _ = readVarint(rest);
                yield 0;
            }
            case EIGHT_BYTES -> 8;
            case LENGTH_DELIMITED -> readVarint(rest);
            case FOUR_BYTES -> 4;
            default -> throw new IOException("A message has no fields of kind " + kind);
        };
        if (length < 0 || length > rest.remaining()) {
            throw new BufferUnderflowException();
        }
        int value = rest.position();
        rest.position(value + (int) length);
        return new Field(
                (int) (tag >>> 3), rest.slice(start, rest.position() - start), rest.slice(value, (int) length));
    }

    private static long readVarint(ByteBuffer rest) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = rest.get();
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    /**
     * A field of a message that was read.
     *
     * @param whole with what says which field it is
     * @param value what is delimited; nothing of a number
     */
    record Field(int number, ByteBuffer whole, ByteBuffer value) {

        String text() {
            return StandardCharsets.UTF_8.decode(value.duplicate()).toString();
        }
    }
}
