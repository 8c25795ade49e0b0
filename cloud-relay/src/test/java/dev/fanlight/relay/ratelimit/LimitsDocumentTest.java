package dev.fanlight.relay.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.config.LimitConfig;
import dev.fanlight.relay.config.RelaySettings;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code docs/limits.md} to the program, but for the timeouts, which have tests of their own. */
class LimitsDocumentTest {

    private static final Pattern ROW = Pattern.compile("\\| .+ \\| (.+) \\| `([A-Za-z_.]+)` \\|");
    private static final List<String> PACKAGES = List.of(
            "dev.fanlight.relay.ratelimit",
            "dev.fanlight.relay.http.connection",
            "dev.fanlight.relay.http.listen",
            "dev.fanlight.relay.http.route",
            "dev.fanlight.relay.socket",
            "dev.fanlight.relay.ingest",
            "dev.fanlight.relay.ingest.agent",
            "dev.fanlight.relay.gateway.websocket",
            "dev.fanlight.relay.gateway.flv",
            "dev.fanlight.relay.gateway.hls",
            "dev.fanlight.relay.gateway.rtmp",
            "dev.fanlight.relay.gateway.rtsp",
            "dev.fanlight.relay.gateway.srt",
            "dev.fanlight.relay.srt",
            "dev.fanlight.relay.srt.wire",
            "dev.fanlight.relay.srt.worker",
            "dev.fanlight.relay.gateway.tcp",
            "dev.fanlight.relay.gateway.webrtc",
            "dev.fanlight.relay.webrtc",
            "dev.fanlight.relay.webrtc.sending",
            "dev.fanlight.relay.tls.dtls",
            "dev.fanlight.relay.gateway.still",
            "dev.fanlight.relay.gateway.push",
            "dev.fanlight.relay.child",
            "dev.fanlight.relay.transcode",
            "dev.fanlight.relay.cmaf",
            "dev.fanlight.relay.recording",
            "dev.fanlight.relay.rewind",
            "dev.fanlight.relay.gateway.container",
            "dev.fanlight.relay.gateway.publication",
            "dev.fanlight.media.webm",
            "dev.fanlight.relay.cluster",
            "dev.fanlight.relay.cluster.redis",
            "dev.fanlight.relay.node",
            "dev.fanlight.relay.auth",
            "dev.fanlight.relay.chat",
            "dev.fanlight.relay.admin.api",
            "dev.fanlight.relay.admin.service",
            "dev.fanlight.relay.store",
            "dev.fanlight.relay.backup",
            "dev.fanlight.relay.stream",
            "dev.fanlight.relay.log",
            "dev.fanlight.relay.monitoring",
            "dev.fanlight.relay.health",
            "dev.fanlight.relay.event",
            "dev.fanlight.relay.server",
            "dev.fanlight.relay.webhook",
            "dev.fanlight.relay.webpush",
            "dev.fanlight.media.ptz",
            "dev.fanlight.media.amf",
            "dev.fanlight.media.flv",
            "dev.fanlight.media.rtp",
            "dev.fanlight.media.rtcp",
            "dev.fanlight.media.srtp",
            "dev.fanlight.runtime",
            "dev.fanlight.protocol",
            "dev.fanlight.protocol.agent",
            "dev.fanlight.protocol.rtmp",
            "dev.fanlight.protocol.sdp",
            "dev.fanlight.protocol.stun",
            "dev.fanlight.protocol.rtsp");
    private static final int KIB = 1024;
    private static final int CONNECTS = Integer.parseInt(LimitConfig.CONNECTS_PER_MINUTE.defaultText());
    private static final int TRIES = Integer.parseInt(LimitConfig.TRIES_PER_MINUTE.defaultText());

    static Stream<String[]> rows() throws IOException {
        return Files.readAllLines(Path.of("../docs/limits.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .filter(row -> !row.group(2).contains("Timeouts."))
                .map(row -> new String[] {row.group(2), row.group(1)});
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowSaysWhatTheProgramDoes(String name, String limit) throws ReflectiveOperationException {
        assertThat(limit).isEqualTo(actual(name, limit));
    }

    private static String actual(String name, String limit) throws ReflectiveOperationException {
        if (Character.isLowerCase(name.charAt(0))) {
            return RelaySettings.ALL.stream()
                    .filter(setting -> setting.key().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .defaultText();
        }
        List<String> parts = List.of(name.split("\\.", -1));
        if (parts.get(0).equals("LimitedAction")) {
            return new Rates(CONNECTS, TRIES)
                    .of(LimitedAction.valueOf(parts.get(1))).stream()
                            .map(LimitsDocumentTest::text)
                            .collect(Collectors.joining(", "));
        }
        Field field = find(parts.get(0)).getDeclaredField(parts.get(1));
        field.setAccessible(true);
        Object value = field.get(null);
        return value instanceof Duration time ? text(time) : text(((Number) value).longValue(), limit);
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

    private static String text(Rate rate) {
        String per =
                rate.per().equals(Duration.ofSeconds(1)) ? "s" : rate.per().equals(Duration.ofMinutes(1)) ? "min" : "h";
        String burst = rate.burst() == rate.amount() ? "" : " (" + rate.burst() + " at once)";
        return rate.amount() + "/" + per + burst;
    }

    private static String text(Duration time) {
        return time.toSeconds() % 60 == 0 && time.toMinutes() > 1 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }

    /** In the unit of the document. */
    private static String text(long value, String limit) {
        if (limit.endsWith(" KiB") && value % KIB == 0) {
            return value / KIB + " KiB";
        }
        if (limit.endsWith(" MiB") && value % (KIB * KIB) == 0) {
            return value / KIB / KIB + " MiB";
        }
        return limit.endsWith(" s") ? value + " s" : String.valueOf(value);
    }
}
