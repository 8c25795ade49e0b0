package dev.fanlight.media.mp4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A box within a buffer. Immutable.
 *
 * @param type its four letters
 * @param start where its header begins in the buffer
 * @param size with its header
 */
record Box(String type, int start, int size) {

    static final int HEADER = 8;

    private static final int TYPE_BYTES = 4;

    /** Where its content begins. */
    int content() {
        return start + HEADER;
    }

    int end() {
        return start + size;
    }

    /** The boxes within {@code parent}. */
    static List<Box> in(ByteBuffer bytes, Box parent) {
        return between(bytes, parent.content(), parent.end());
    }

    /** The boxes that lie in a row; what is broken ends it. */
    static List<Box> between(ByteBuffer bytes, int start, int end) {
        List<Box> boxes = new ArrayList<>();
        int position = start;
        while (end - position >= HEADER) {
            int size = bytes.getInt(position);
            if (size < HEADER || size > end - position) {
                break;
            }
            byte[] letters = new byte[TYPE_BYTES];
            bytes.duplicate().position(position + TYPE_BYTES).get(letters);
            boxes.add(new Box(new String(letters, StandardCharsets.US_ASCII), position, size));
            position += size;
        }
        return boxes;
    }

    static Optional<Box> first(List<Box> boxes, String type) {
        return boxes.stream().filter(box -> box.type.equals(type)).findFirst();
    }
}
