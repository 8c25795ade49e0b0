package dev.fanlight.relay.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.StreamState;
import dev.fanlight.media.UplinkQuality;
import dev.fanlight.relay.stream.ReaderKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds {@code docs/metrics.md}, the alert rules and the dashboard to the metrics there are. */
class MetricsDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/metrics.md");
    private static final Pattern NAME = Pattern.compile("fanlight_[a-z_]+");

    @Test
    void everyMetricHasOneRow() throws IOException {
        String document = Files.readString(DOCUMENT);
        for (Metric metric : Metric.values()) {
            assertThat(document).containsOnlyOnce(row(metric));
        }
    }

    @Test
    void everyWordOfALabelIsThere() throws IOException {
        String document = Files.readString(DOCUMENT);
        Stream<String> kinds = Arrays.stream(ReaderKind.values()).map(ReaderKind::label);
        Stream<String> states = Arrays.stream(StreamState.values()).map(StreamState::wireName);
        Stream<String> qualities = Arrays.stream(UplinkQuality.values()).map(UplinkQuality::wireName);
        assertThat(Stream.of(kinds, states, qualities).flatMap(words -> words))
                .allSatisfy(word -> assertThat(document).contains("`" + word + "`"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docs/metrics.md",
                "deploy/prometheus/alerts.yml",
                "deploy/prometheus/alerts_test.yml",
                "deploy/grafana/fanlight-relay.json"
            })
    void onlyMetricsThatExistAreNamed(String file) throws IOException {
        Set<String> titles = Arrays.stream(Metric.values()).map(Metric::title).collect(Collectors.toSet());
        assertThat(NAME.matcher(Files.readString(Path.of("..", file))).results())
                .isNotEmpty()
                .map(match -> match.group().replaceAll("_seconds_(bucket|sum|count)$", "_seconds"))
                .isSubsetOf(titles);
    }

    private static String row(Metric metric) {
        String labels = metric.labels().stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));
        return "| `" + metric.title() + "` | " + metric.type().name().toLowerCase(Locale.ROOT) + " | " + labels + " | "
                + metric.help() + " |";
    }
}
