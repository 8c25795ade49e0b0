package dev.fanlight.house.document;

import dev.fanlight.house.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All Markdown files of the project. Stateless. */
public final class Documents {

    private static final Set<String> NOT_OURS = Set.of("node_modules", "target", "dist", "test-results");

    private Documents() {}

    /** Every file, but for those of libraries and builds. */
    public static List<Document> all() {
        try (Stream<Path> walk = Files.walk(SourceTree.root())) {
            return walk.filter(file -> file.toString().endsWith(".md"))
                    .filter(Documents::isOurs)
                    .sorted()
                    .map(file ->
                            Document.parse(SourceTree.root().relativize(file).toString(), SourceTree.read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path file) {
        for (Path part : SourceTree.root().relativize(file)) {
            if (NOT_OURS.contains(part.toString()) || part.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }
}
