package dev.fanlight.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps files short: no Java file of a program is longer than 300 lines, and half of them not longer than 80. */
class FileLengthTest {

    private static final long MAX_LINES = 300;
    private static final long MAX_MEDIAN = 80;

    @Test
    void noFileIsTooLong() {
        assertThat(SourceTree.mainJava())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(lines(file)).as(file.toString()).isLessThanOrEqualTo(MAX_LINES));
    }

    @Test
    void halfOfThemAreShort() {
        List<Long> sorted = SourceTree.mainJava().stream()
                .map(FileLengthTest::lines)
                .sorted()
                .toList();
        assertThat(sorted.get(sorted.size() / 2)).isLessThanOrEqualTo(MAX_MEDIAN);
    }

    private static long lines(Path file) {
        return SourceTree.read(file).lines().count();
    }
}
