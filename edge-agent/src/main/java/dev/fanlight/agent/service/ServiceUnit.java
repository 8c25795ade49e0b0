package dev.fanlight.agent.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The unit file for systemd: sandboxed, and the same as that of the package but for the paths. Immutable.
 *
 * @param java the program that runs Java
 * @param jar the agent
 */
public record ServiceUnit(Path java, Path jar) {

    /** Name of the service. */
    public static final String NAME = "fanlight-agent";

    private static final String FILE = NAME + ".service";
    private static final String PACKAGED_JAVA = "/usr/bin/java";
    private static final String PACKAGED_JAR = "/usr/share/fanlight/fanlight-agent.jar";

    /** The file as text. */
    public String text() {
        return packaged().replace(PACKAGED_JAVA, quoted(java)).replace(PACKAGED_JAR, quoted(jar));
    }

    private static String quoted(Path path) {
        String escaped = path.toString().replace("%", "%%");
        return escaped.contains(" ") ? "\"" + escaped + "\"" : escaped;
    }

    private static String packaged() {
        try (InputStream in = ServiceUnit.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the program file has no " + FILE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
