package dev.fanlight.relay.http.site;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A page whose scripts are named relatively to its own address, because only the browser knows below which path prefix a proxy serves the
 * relay. Immutable.
 */
final class RelativePage {

    /** The deepest page is {@code /w/NAME/}. */
    static final int MAX_DEPTH = 2;

    private static final String HEAD_END = "</head>";

    /** As the build writes it, for a page beside the home page. */
    private static final String ASSETS = "\"./assets/";

    private final List<byte[]> byDepth;

    /** A page as it was built. */
    RelativePage(byte[] built) {
        String page = new String(built, StandardCharsets.UTF_8);
        byDepth = IntStream.rangeClosed(0, MAX_DEPTH)
                .mapToObj(depth -> depth == 0 ? page : page.replace(ASSETS, "\"" + "../".repeat(depth) + "assets/"))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /**
     * The page as it stands {@code depth} folders below the home page, at most two.
     *
     * @param head HTML to be put at the end of its head
     */
    Buffer at(int depth, String head) {
        byte[] page = byDepth.get(Math.min(depth, MAX_DEPTH));
        if (head.isEmpty()) {
            return Buffer.buffer(page);
        }
        String text = new String(page, StandardCharsets.UTF_8);
        return Buffer.buffer(text.replace(HEAD_END, head + HEAD_END));
    }
}
