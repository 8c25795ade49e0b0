package dev.fanlight.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what {@code docs/limits.md} says of the agent’s constants to the program. */
class AgentLimitsDocumentTest {

    private static final Pattern ROW = Pattern.compile("\\| .+ \\| (.+) \\| `agent ([A-Za-z_.]+)` \\|");
    private static final List<String> PACKAGES = List.of(
            "dev.fanlight.agent.config",
            "dev.fanlight.agent.encode",
            "dev.fanlight.agent.onsite",
            "dev.fanlight.agent.source.camera",
            "dev.fanlight.agent.uplink.connection",
            "dev.fanlight.agent.uplink.media",
            "dev.fanlight.media");
    private static final int MEBIBYTE = 1024 * 1024;

    static Stream<String[]> rows() throws IOException {
        return Files.readAllLines(Path.of("../docs/limits.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> new String[] {row.group(2), row.group(1)});
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowSaysWhatTheProgramDoes(String name, String limit) throws ReflectiveOperationException {
        String[] parts = name.split("\\.", 2);
        Field field = type(parts[0]).getDeclaredField(parts[1]);
        field.setAccessible(true);
        assertThat(limit).isEqualTo(text(field.get(null), limit));
    }

    private static String text(Object value, String limit) {
        if (value instanceof Duration time) {
            return limit.endsWith(" ms") ? time.toMillis() + " ms" : time.toSeconds() + " s";
        }
        return limit.endsWith(" MiB") ? (int) value / MEBIBYTE + " MiB" : String.valueOf(value);
    }

    private static Class<?> type(String simpleName) throws ClassNotFoundException {
        for (String name : PACKAGES) {
            try {
                return Class.forName(name + "." + simpleName);
            } catch (ClassNotFoundException e) {
                // The next package may have it.
            }
        }
        throw new ClassNotFoundException(simpleName);
    }
}
