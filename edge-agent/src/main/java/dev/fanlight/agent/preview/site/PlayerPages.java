package dev.fanlight.agent.preview.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The relay’s watch page as it was built, out of this program’s jar: the same player. It is told that there is no chat here. Stateless,
 * thread safe.
 */
public final class PlayerPages {

    private static final String ROOT = "/dev/fanlight/web/";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}\\.(js|css|svg|woff2|png|wasm)");
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "wasm", "application/wasm",
            "png", "image/png",
            "woff2", "font/woff2");

    /** As the build names scripts, for a page beside the home page. */
    private static final String ASSETS = "\"./assets/";

    /**
     * One file.
     *
     * @param type content type
     * @param content as it is
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Asset(String type, byte[] content) {}

    private final byte[] page;

    private PlayerPages(byte[] page) {
        this.page = page;
    }

    /**
     * Reads the page. Blocking.
     *
     * @throws IllegalStateException when this build holds no pages
     */
    public static PlayerPages load() {
        byte[] built = read("index.html")
                .orElseThrow(() -> new IllegalStateException("the player's page is not packed into this program"));
        String page = new String(built, StandardCharsets.UTF_8)
                .replace("<html ", "<html data-chat=\"off\" ")
                .replace(ASSETS, "\"../assets/");
        return new PlayerPages(page.getBytes(StandardCharsets.UTF_8));
    }

    /** The watch page, for the path {@code /w/NAME}. */
    public Asset watchPage() {
        return new Asset("text/html; charset=utf-8", page);
    }

    /** A file of the folder {@code assets}. Blocking, for it reads the jar; such files are small and few. */
    public Optional<Asset> asset(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        return read("assets/" + name).map(content -> new Asset(type, content));
    }

    private static Optional<byte[]> read(String path) {
        try (InputStream in = PlayerPages.class.getResourceAsStream(ROOT + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
