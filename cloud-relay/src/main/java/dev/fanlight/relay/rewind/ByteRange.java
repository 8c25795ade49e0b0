package dev.fanlight.relay.rewind;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file, as the header {@code Range} asks for one (RFC 9110 §14). Immutable.
 *
 * @param first its first byte
 * @param last its last byte
 */
record ByteRange(long first, long last) {

    private static final Pattern FORM = Pattern.compile("bytes=([0-9]{0,15})-([0-9]{0,15})");

    /** The part; empty when the header does not name exactly one, so that all is sent. */
    static Optional<ByteRange> of(String header, long length) {
        Matcher form = FORM.matcher(header.strip());
        if (!form.matches() || (form.group(1).isEmpty() && form.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (form.group(1).isEmpty()) {
            long count = Math.min(length, Long.parseLong(form.group(2)));
            return Optional.of(new ByteRange(length - count, length - 1));
        }
        long first = Long.parseLong(form.group(1));
        long last = form.group(2).isEmpty() ? length - 1 : Math.min(length - 1, Long.parseLong(form.group(2)));
        return Optional.of(new ByteRange(first, last));
    }

    /** Whether it holds a byte of such a file. */
    boolean isIn(long length) {
        return first <= last && first < length;
    }

    long length() {
        return last - first + 1;
    }
}
