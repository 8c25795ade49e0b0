package dev.fanlight.relay.http.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * The built pages, read into memory once: what is not among them cannot be asked for, whatever the path. At most
 * {@link #MAX_BYTES}. Immutable.
 */
public final class WebBundle {

    /** Most bytes of pages. */
    static final long MAX_BYTES = 16L * 1024 * 1024;

    private static final String ROOT = "dev/fanlight/web";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json",
            "wasm", "application/wasm",
            "png", "image/png",
            "woff2", "font/woff2");

    /**
     * One file.
     *
     * @param type content type
     * @param content as it is
     * @param gzip the same, packed
     */
    public record Asset(String type, byte[] content, byte[] gzip) {}

    private final Map<String, Asset> assets;

    private WebBundle(Map<String, Asset> assets) {
        this.assets = Map.copyOf(assets);
    }

    /** Reads the pages that were packed into this program. Blocking. */
    public static WebBundle load() {
        URL root = WebBundle.class.getClassLoader().getResource(ROOT + "/index.html");
        if (root == null) {
            throw new IllegalStateException("the pages are not packed into this program");
        }
        try {
            URI uri = root.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return read(Path.of(uri).resolveSibling(""));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return read(jar.getPath("/" + ROOT));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The file at a path below the root, like {@code assets/index.js}. */
    public Optional<Asset> find(String path) {
        return Optional.ofNullable(assets.get(path));
    }

    private static WebBundle read(Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        Map<String, Asset> assets = new HashMap<>();
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
            if (bytes > MAX_BYTES) {
                throw new IOException("the pages are larger than 16 MiB");
            }
            String name = root.relativize(file).toString();
            byte[] content = Files.readAllBytes(file);
            assets.put(name, new Asset(type(name), content, gzip(content)));
        }
        return new WebBundle(assets);
    }

    private static String type(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return TYPES.getOrDefault(extension, "application/octet-stream");
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }
}
