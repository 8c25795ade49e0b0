package dev.fanlight.relay.gateway.still;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Takes the JPEGs out of what FFmpeg’s {@code mpjpeg} writes: parts with the length of what follows. Not thread safe. */
final class JpegReader {

    /** Largest JPEG, bytes. */
    static final int MAX_BYTES = 4 * 1024 * 1024;

    /** Longest line in front of one, bytes. */
    static final int MAX_LINE = 200;

    private static final String LENGTH = "content-length:";

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private OptionalInt length = OptionalInt.empty();
    private byte[] body = new byte[0];
    private int filled = -1;

    /**
     * Reads the next bytes, however they are cut.
     *
     * @return the JPEGs that are complete with them
     * @throws IOException when that is no such stream
     */
    List<byte[]> read(byte[] piece) throws IOException {
        List<byte[]> complete = new ArrayList<>();
        int from = 0;
        while (from < piece.length) {
            from = filled < 0 ? header(piece, from) : body(piece, from, complete);
        }
        return complete;
    }

    private int header(byte[] piece, int from) throws IOException {
        byte next = piece[from];
        if (next != '\n') {
            if (line.size() == MAX_LINE) {
                throw new IOException("a line of more than " + MAX_LINE + " bytes");
            }
            line.write(next);
            return from + 1;
        }
        String text = line.toString(StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        line.reset();
        if (text.startsWith(LENGTH)) {
            length = OptionalInt.of(length(text.substring(LENGTH.length()).strip()));
        } else if (text.isEmpty() && length.isPresent()) {
            body = new byte[length.getAsInt()];
            filled = 0;
            length = OptionalInt.empty();
        }
        return from + 1;
    }

    private int body(byte[] piece, int from, List<byte[]> complete) {
        int count = Math.min(piece.length - from, body.length - filled);
        System.arraycopy(piece, from, body, filled, count);
        filled += count;
        if (filled == body.length) {
            complete.add(body);
            body = new byte[0];
            filled = -1;
        }
        return from + count;
    }

    private static int length(String text) throws IOException {
        try {
            int value = Integer.parseInt(text);
            if (value > 0 && value <= MAX_BYTES) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IOException("a length that is no number", e);
        }
        throw new IOException("a length of " + text);
    }
}
