package dev.fanlight.media.mp4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The boxes of a file, in their order; fails when one is cut off or reaches out of its parent. */
final class BoxNames {

    private static final Set<String> PARENTS =
            Set.of("moov", "trak", "mdia", "minf", "dinf", "stbl", "mvex", "moof", "traf");

    private BoxNames() {}

    static List<String> of(ByteBuffer bytes) {
        List<String> names = new ArrayList<>();
        while (bytes.hasRemaining()) {
            int size = bytes.getInt();
            byte[] name = new byte[4];
            bytes.get(name);
            ByteBuffer content = bytes.slice(bytes.position(), size - 8);
            bytes.position(bytes.position() + size - 8);
            names.add(new String(name, StandardCharsets.US_ASCII));
            if (PARENTS.contains(names.get(names.size() - 1))) {
                names.addAll(of(content));
            }
        }
        return names;
    }
}
