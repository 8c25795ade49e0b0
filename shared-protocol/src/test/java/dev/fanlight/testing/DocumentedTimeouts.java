package dev.fanlight.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares a record of timeouts, and of records of timeouts, with its rows in {@code docs/limits.md}. */
public final class DocumentedTimeouts {

    private static final Path DOCUMENT = Path.of("../docs/limits.md");
    private static final Pattern ROW = Pattern.compile("\\| .+ \\| (.+) \\| `(\\w+Timeouts\\..+)` \\|");

    private DocumentedTimeouts() {}

    /** Every component has a row with its value, and there is no other row named after this record. */
    public static void assertDocumented(Record timeouts) throws IOException {
        String name = timeouts.getClass().getSimpleName();
        Map<String, String> actual = new LinkedHashMap<>();
        collect(name, timeouts, actual);
        Map<String, String> documented = Files.readAllLines(DOCUMENT).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .filter(row -> row.group(2).startsWith(name + "."))
                .collect(Collectors.toMap(row -> row.group(2), row -> row.group(1)));
        assertThat(documented).containsExactlyInAnyOrderEntriesOf(actual);
    }

    private static void collect(String prefix, Object value, Map<String, String> texts) {
        if (!(value instanceof Record group)) {
            texts.put(prefix, text(value));
            return;
        }
        for (RecordComponent component : group.getClass().getRecordComponents()) {
            collect(prefix + "." + component.getName(), valueOf(component, group), texts);
        }
    }

    private static Object valueOf(RecordComponent component, Record owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the component cannot be read", e);
        }
    }

    private static String text(Object value) {
        long millis = ((Duration) value).toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        return millis % 1_000 == 0 ? millis / 1_000 + " s" : millis / 1_000.0 + " s";
    }
}
