package dev.fanlight.relay.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The beginning of another stream, so that what unpacks to more than it says is read no further. Not thread safe. */
final class FirstBytes extends FilterInputStream {

    private long left;

    /** At most {@code limit} bytes. */
    FirstBytes(InputStream in, long limit) {
        super(in);
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = super.read(target, offset, (int) Math.min(length, left));
        left -= Math.max(read, 0);
        return read;
    }
}
