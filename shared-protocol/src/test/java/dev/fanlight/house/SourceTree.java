package dev.fanlight.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources of the whole project, all modules and the page. Stateless. */
public final class SourceTree {

    private static final List<String> JAVA = List.of("shared-protocol", "edge-agent", "cloud-relay");
    private static final List<String> SCRIPT = List.of("web-client/src", "web-client/e2e");

    private SourceTree() {}

    /** Java that is packed into programs. */
    static List<Path> mainJava() {
        return JAVA.stream()
                .flatMap(module -> files(root().resolve(module).resolve("src/main/java"), ".java"))
                .toList();
    }

    /** Java and TypeScript, tests and benchmarks included; files that are generated are left out. */
    public static List<Path> all() {
        Stream<Path> java =
                JAVA.stream().flatMap(module -> files(root().resolve(module).resolve("src"), ".java"));
        Stream<Path> script = SCRIPT.stream().flatMap(folder -> files(root().resolve(folder), ".ts"));
        return Stream.concat(java, script)
                .filter(file -> !file.endsWith("api/schema.ts"))
                .toList();
    }

    /** The root of the project. */
    public static Path root() {
        return Path.of(System.getProperty("fanlight.root", ".."));
    }

    /** The text of a file. */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder, String extension) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(extension)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
