package dev.fanlight.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.log.TextLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class NamedSourceReportTest {

    private final StringWriter out = new StringWriter();
    private final RunEnd end = new RunEnd(1);
    private final NamedSourceReport report = new NamedSourceReport(
            new TextLog(new PrintWriter(out, true), InstantSource.system(), ZoneOffset.UTC), "door", end);

    @Test
    void anEncoderThatFailsDoesNotEndTheAgent() {
        report.broken(new EncodeException("avcodec_send_frame failed"));
        assertThat(out.toString()).contains("[api door] ✗ The encoder failed: avcodec_send_frame failed.");
        end.broken(new IllegalStateException("another reason"));
        assertThatThrownBy(end::await).hasRootCauseMessage("another reason");
    }

    @Test
    void anyOtherFailureDoes() {
        report.broken(new IllegalStateException("a bug"));
        end.broken(new IllegalStateException("another reason"));
        assertThatThrownBy(end::await).hasRootCauseMessage("a bug");
    }
}
