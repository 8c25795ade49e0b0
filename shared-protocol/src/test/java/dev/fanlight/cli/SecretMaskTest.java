package dev.fanlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://admin:hunter2@10.0.0.9/stream1",
                "cannot open \"rtsp://admin:hunter2@cam.local:554/a?b=c\": 401",
                "RTSP://admin:hun@ter2hunter2@cam/x",
                "rtsp://admin:p/hunter2@cam/x",
                "rtsp://hunter2@cam",
                "postgresql://fanlight:hunter2@db/fanlight",
                "see https://relay.example.org:8443/w/front#hunter2 there",
                "wss://relay:8443/#1.abc.hunter2.def",
                "https://cam/snapshot?user=a&password=hunter2&x=1",
                "rtmp://0.0.0.0:1935/live/hunter2 has ended",
                "token=hunter2, refused",
                "srt://relay:8890?streamid=publish:front:abc&passphrase=hunter2",
                "srt://relay:8890?passphrase=correct,hunter2&latency=200",
                "srt://relay:8890?streamid=%23!::r=front,u=hunter2&latency=200",
                "srt://relay:8890?streamid=#!::r=front,s=hunter2",
                "streamid=#!::r=front,s=hunter2",
                "api_token = hunter2",
                "Authorization: Bearer hunter2"
            })
    void noSecretIsLeftInAText(String text) {
        assertThat(SecretMask.text(text)).doesNotContain("hunter2").contains(SecretMask.MASK);
        assertThat(SecretMask.text(SecretMask.text(text))).isEqualTo(SecretMask.text(text));
    }

    @ParameterizedTest
    @CsvSource({
        "rtsp://admin:hunter 2@cam/x, rtsp://***@cam/x",
        "admin:hunter2@cam, ***@cam",
        "rtsp:admin:hunter2@cam, ***@cam",
        "rtsp://a:b\"c'd@cam, rtsp://***@cam",
        "/dev/video0, /dev/video0"
    })
    void aSettingIsMaskedUpToItsLastAt(String value, String shown) {
        assertThat(SecretMask.value(value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ask the relay for a link, then run: fanlight-agent join --force LINK",
                "https://relay.example.org:8443/admin",
                "KEY=VALUE",
                "rtmp://0.0.0.0:PORT/live/KEY",
                "srt://live.example.org:8890?streamid=ID",
                "srt://live.example.org:8890?streamid=ID&latency=MILLISECONDS",
                "The password is wrong."
            })
    void whatIsNoSecretStays(String text) {
        assertThat(SecretMask.text(text)).isEqualTo(text);
    }

    @Test
    void logLinesAndStackTracesAreMasked() {
        Handler handler = new StreamHandler();
        handler.setFormatter(new SimpleFormatter());
        SecretMask.install(handler);
        LogRecord entry = new LogRecord(Level.WARNING, "opening {0}");
        entry.setParameters(new Object[] {"rtsp://admin:hunter2@cam"});
        entry.setThrown(new IllegalStateException("rtsp://admin:hunter2@cam failed"));
        assertThat(handler.getFormatter().format(entry))
                .contains("rtsp://***@cam failed", "\tat ")
                .doesNotContain("hunter2");
        handler.close();
    }

    @Test
    void sentencesForPeopleAreMaskedWhereverTheyComeFrom() {
        assertThat(new UserException(ExitCode.SETTINGS, "rtsp://admin:hunter2@cam cannot be opened."))
                .hasMessage("rtsp://***@cam cannot be opened.");
    }
}
