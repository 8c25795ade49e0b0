package dev.fanlight.relay.recording;

import dev.fanlight.relay.cmaf.CmafTracks;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file begins with: the init segment, and a box {@code free} that names what the index needs to know, so that the index can be made from
 * the files alone. Immutable.
 *
 * @param epoch of the stream
 * @param codecs as RFC 6381 names them
 */
record FileHeader(long epoch, String codecs) {

    private static final int BOX_HEADER = 8;
    private static final Pattern TEXT = Pattern.compile("fanlight epoch=([0-9]{1,10}) codecs=([ -~]{1,200})");

    static FileHeader of(CmafTracks tracks) {
        return new FileHeader(tracks.epoch(), tracks.codecs());
    }

    /** The init segment with this behind it. */
    byte[] after(byte[] init) {
        byte[] text = ("fanlight epoch=" + epoch + " codecs=" + codecs).getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(init.length + BOX_HEADER + text.length)
                .put(init)
                .putInt(BOX_HEADER + text.length)
                .put("free".getBytes(StandardCharsets.US_ASCII))
                .put(text)
                .array();
    }

    /** Reads the content of the box. */
    static Optional<FileHeader> parse(byte[] content) {
        Matcher text = TEXT.matcher(new String(content, StandardCharsets.US_ASCII));
        return text.matches()
                ? Optional.of(new FileHeader(Long.parseLong(text.group(1)), text.group(2)))
                : Optional.empty();
    }
}
