package dev.fanlight.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the agent’s constants with their rows in {@code docs/limits.md}. */
class AgentLimitsDocumentTest {

    private static final Pattern ROW = Pattern.compile("\\| .+ \\| (.+) \\| `agent ([A-Za-z_.0-9]+)` \\|");
    private static final String ROOT = "dev.fanlight.agent";
    private static final List<String> PACKAGES = List.of(
            ROOT,
            ROOT + ".api",
            ROOT + ".cli",
            ROOT + ".config",
            ROOT + ".encode",
            ROOT + ".media",
            ROOT + ".onsite",
            ROOT + ".onvif",
            ROOT + ".onvif.discovery",
            ROOT + ".onvif.http",
            ROOT + ".onvif.soap",
            ROOT + ".preview",
            ROOT + ".preview.stream",
            ROOT + ".ptz",
            ROOT + ".source.camera",
            ROOT + ".uplink.connection",
            ROOT + ".uplink.media",
            "dev.fanlight.media");
    private static final int KIB = 1024;

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
        Field field = find(parts[0]).getDeclaredField(parts[1]);
        field.setAccessible(true);
        assertThat(limit).isEqualTo(text(field.get(null), limit));
    }

    @Test
    void thereAreSuchRows() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(35);
    }

    private static Class<?> find(String name) {
        return PACKAGES.stream()
                .flatMap(each -> load(each + "." + name).stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no class " + name));
    }

    private static Optional<Class<?>> load(String name) {
        try {
            return Optional.of(Class.forName(name));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    /** In the unit of the document. */
    private static String text(Object value, String limit) {
        if (value instanceof Duration time) {
            return limit.endsWith(" ms") ? time.toMillis() + " ms" : time.toSeconds() + " s";
        }
        long number = ((Number) value).longValue();
        if (limit.endsWith(" KiB")) {
            return number / KIB + " KiB";
        }
        return limit.endsWith(" MiB") ? number / KIB / KIB + " MiB" : String.valueOf(number);
    }
}
