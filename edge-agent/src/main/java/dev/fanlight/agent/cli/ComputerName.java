package dev.fanlight.agent.cli;

import dev.fanlight.protocol.WireLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The host name of this computer (hostname(5)), for people. Stateless. */
final class ComputerName {

    private static final Path FILE = Path.of("/etc/hostname");
    private static final String UNKNOWN = "a computer";

    private ComputerName() {}

    static String own() {
        return of(FILE);
    }

    /** The first line of {@code file}, of which only letters, digits, hyphens, dots and underscores are kept. */
    static String of(Path file) {
        try {
            String name = Files.readString(file).lines().findFirst().orElse("").replaceAll("[^A-Za-z0-9._-]", "");
            return name.isEmpty() ? UNKNOWN : name.substring(0, Math.min(name.length(), WireLimits.MAX_HOST));
        } catch (IOException e) {
            return UNKNOWN;
        }
    }
}
