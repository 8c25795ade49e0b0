package dev.fanlight.relay.rewind;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Bytes of files that are written to and deleted meanwhile. Blocking, stateless. */
final class FileBytes {

    private FileBytes() {}

    /**
     * Reads some bytes.
     *
     * @throws IOException when the file is gone or shorter
     */
    static byte[] read(Path path, long position, int count) throws IOException {
        byte[] bytes = new byte[count];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            while (buffer.hasRemaining()) {
                if (file.read(buffer, position + buffer.position()) < 0) {
                    throw new EOFException("a recording is shorter than its index says");
                }
            }
        }
        return bytes;
    }
}
