package dev.fanlight.house.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.house.SourceTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the links, file names and make targets of all documents to what is there. */
class DocumentsTest {

    private static final Pattern TARGET = Pattern.compile("^([a-z-]+):.*");
    private static final Pattern MAKE = Pattern.compile("(?:^|\\s)make ((?:[a-z]+(?:-[a-z]+)*(?= |$) ?)+)");
    private static final Pattern OUR_FILE = Pattern.compile(
            "(?<![\\w/.-])(?:docs|deploy|cloud-relay|edge-agent|shared-protocol|web-client)/[\\w./-]*[\\w/]");

    private final List<Document> documents = Documents.all();

    @Test
    void everyLinkLeadsToAFileAndAHeading() {
        Map<String, Document> byPath =
                documents.stream().collect(Collectors.toMap(Document::path, Function.identity()));
        List<String> broken = new ArrayList<>();
        for (Document document : documents) {
            document.links().stream()
                    .filter(link -> !link.matches("[a-z]+:.*"))
                    .filter(link -> !leadsSomewhere(document, link, byPath))
                    .forEach(link -> broken.add(document.path() + ": " + link));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyFileThatCodeNamesExists() {
        List<String> missing = new ArrayList<>();
        for (Document document : documents) {
            code(document)
                    .flatMap(text -> OUR_FILE.matcher(text).results())
                    .map(found -> found.group())
                    .filter(path -> !path.contains("/target") && !path.contains("/node_modules"))
                    .filter(path -> !Files.exists(SourceTree.root().resolve(path)))
                    .forEach(path -> missing.add(document.path() + ": " + path));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyMakeTargetExists() {
        Set<String> targets = SourceTree.read(SourceTree.root().resolve("Makefile"))
                .lines()
                .map(TARGET::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .collect(Collectors.toSet());
        List<String> unknown = new ArrayList<>();
        for (Document document : documents) {
            code(document)
                    .flatMap(text -> MAKE.matcher(text).results())
                    .flatMap(found -> Stream.of(found.group(1).split(" ", -1)))
                    .filter(target -> !target.isEmpty() && !targets.contains(target))
                    .forEach(target -> unknown.add(document.path() + ": make " + target));
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyTestThatThePagesOfNumbersNameExists() {
        Set<String> files = Set.copyOf(SourceTree.all().stream()
                .map(file -> file.getFileName().toString())
                .toList());
        List<String> missing = documents.stream()
                .filter(document ->
                        Set.of("docs/reliability.md", "docs/performance.md").contains(document.path()))
                .flatMap(document -> document.inlineCode().stream())
                .filter(code -> code.matches("\\w+Test|[\\w-]+\\.spec\\.ts"))
                .map(name -> name.endsWith("Test") ? name + ".java" : name)
                .filter(name -> !files.contains(name))
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void headingsBecomeAnchors() {
        Document document = Document.parse("a.md", """
                # WebRTC: WHEP and WHIP
                ## 2. Media `message`
                ```
                # no heading
                ```
                ## 2. Media `message`
                """);
        assertThat(document.anchors()).containsExactly("webrtc-whep-and-whip", "2-media-message", "2-media-message-1");
    }

    @Test
    void commandLinesAreReadAsAShellReadsThem() {
        Document document = Document.parse("a.md", """
                ```
                $ A=1 sudo fanlight-relay link create "front door" \\
                    --ptz   # a comment
                java -Xmx64m -jar x/fanlight-relay.jar status | grep live
                fanlight-relayed
                ```
                `fanlight-relay owner reset` and `fanlight-relay …`
                """);
        assertThat(CommandLines.of("fanlight-relay", List.of(document)))
                .extracting(CommandLines.Found::arguments)
                .containsExactly(
                        List.of("link", "create", "front door", "--ptz"), List.of("status"), List.of("owner", "reset"));
    }

    private static Stream<String> code(Document document) {
        return Stream.concat(
                document.inlineCode().stream(),
                document.blocks().stream()
                        .filter(CodeBlock::isShell)
                        .flatMap(block -> CommandLines.lines(block).stream()));
    }

    private static boolean leadsSomewhere(Document from, String link, Map<String, Document> byPath) {
        String[] parts = link.split("#", 2);
        Path folder = Path.of(from.path()).resolveSibling("");
        String path = parts[0].isEmpty()
                ? from.path()
                : folder.resolve(parts[0]).normalize().toString();
        if (!Files.exists(SourceTree.root().resolve(path))) {
            return false;
        }
        return parts.length == 1
                || !byPath.containsKey(path)
                || byPath.get(path).anchors().contains(parts[1]);
    }
}
