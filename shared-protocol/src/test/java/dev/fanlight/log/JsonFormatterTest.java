package dev.fanlight.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonFormatterTest {

    @Test
    void recordsOfLibrariesAreObjectsToo() {
        LogRecord entry = new LogRecord(Level.SEVERE, "It failed");
        entry.setLoggerName("io.vertx");
        entry.setThrown(new IllegalStateException("bad"));
        assertThat(new JsonFormatter().format(entry))
                .contains(
                        "\"level\":\"error\",\"logger\":\"io.vertx\"",
                        "It failed: java.lang.IllegalStateException: bad\\n")
                .endsWith("}\n")
                .doesNotContain("\n\t");
    }
}
