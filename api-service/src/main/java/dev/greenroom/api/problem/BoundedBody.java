package dev.greenroom.api.problem;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** A body of which so much is read at most. */
class BoundedBody extends FilterInputStream {

    private final Supplier<Fault> fault;
    private long left;

    BoundedBody(InputStream body, long limit, Supplier<Fault> fault) {
        super(body);
        this.left = limit;
        this.fault = fault;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw fault.get();
        }
    }
}
