package dev.fanlight.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Refuses the words that {@code docs/glossary.md} has replaced, in file names and in identifiers of Java and TypeScript. */
class RetiredWordsTest {

    @Test
    void noIdentifierAndNoFileNameHasARetiredWord() {
        Map<String, String> retired = retired();
        List<String> found = new ArrayList<>();
        for (Path file : SourceTree.all()) {
            String path = SourceTree.root().relativize(file).toString();
            check(path, file.getFileName().toString().replaceFirst("\\.\\w+$", ""), retired, found);
            Identifiers.in(SourceTree.read(file)).forEach(identifier -> check(path, identifier, retired, found));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyRetiredWordHasASuccessor() {
        assertThat(retired()).isNotEmpty().allSatisfy((word, successor) -> {
            assertThat(word).matches("[a-z]+( [a-z]+)*");
            assertThat(successor).isNotBlank();
        });
    }

    @Test
    void wordsAreFoundInEverySpelling() {
        Map<String, String> retired = Map.of("left out", "dropped", "desk", "service");
        List<String> found = new ArrayList<>();
        Identifiers.in("int leftOut = LEFT_OUT; // desk\nString t = \"desk\"; CameraDesk desktop;")
                .forEach(identifier -> check("A.java", identifier, retired, found));
        assertThat(found)
                .containsExactlyInAnyOrder(
                        "A.java: leftOut (left out: dropped)",
                        "A.java: LEFT_OUT (left out: dropped)",
                        "A.java: CameraDesk (desk: service)");
    }

    private static void check(String path, String identifier, Map<String, String> retired, List<String> found) {
        String words = " " + String.join(" ", Identifiers.words(identifier)) + " ";
        retired.forEach((word, successor) -> {
            if (words.contains(" " + word + " ")) {
                found.add(path + ": " + identifier + " (" + word + ": " + successor + ")");
            }
        });
    }

    private static Map<String, String> retired() {
        Map<String, String> words = new LinkedHashMap<>();
        SourceTree.read(SourceTree.root().resolve("docs/retired-words.txt"))
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    String[] parts = line.split("\\s*=\\s*", 2);
                    words.put(parts[0], parts.length == 2 ? parts[1] : "");
                });
        return words;
    }
}
