package dev.fanlight.house.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.house.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the messages that {@code docs/troubleshooting.md} quotes to those that programs and pages have. */
class QuotedMessagesTest {

    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\|.*");
    private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");

    @Test
    void everyQuotedMessageIsInAProgramOrAPage() throws IOException {
        String texts = texts();
        List<String> unknown = new ArrayList<>();
        for (String line : SourceTree.read(SourceTree.root().resolve("docs/troubleshooting.md"))
                .lines()
                .toList()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                Stream.of(row.group(1).split("…", -1))
                        .map(String::strip)
                        .filter(part -> !texts.contains(part))
                        .forEach(unknown::add);
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static String texts() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String folder : List.of(
                "shared-protocol/src/main/java",
                "edge-agent/src/main/java",
                "cloud-relay/src/main/java",
                "web-client/src")) {
            try (Stream<Path> walk = Files.walk(SourceTree.root().resolve(folder))) {
                all.append(walk.filter(file -> file.toString().matches(".*\\.(java|ts)"))
                        .map(SourceTree::read)
                        .collect(Collectors.joining("\n")));
            }
        }
        return JOINED.matcher(all).replaceAll("");
    }
}
