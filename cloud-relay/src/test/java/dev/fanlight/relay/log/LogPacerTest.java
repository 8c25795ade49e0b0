package dev.fanlight.relay.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogPacerTest {

    private final AtomicLong now = new AtomicLong();
    private final LogPacer pacer = new LogPacer(now::get);

    @Test
    void libraryWritesOneRecordOfAKindInAWhileAndSaysHowManyWereDropped() {
        assertThat(written("io.netty", "failed: DefaultChannelPromise@1a2b3c(1)"))
                .isEqualTo("failed: DefaultChannelPromise@1a2b3c(1)");
        for (int i = 0; i < 1_000; i++) {
            assertThat(written("io.netty", "failed: DefaultChannelPromise@" + Integer.toHexString(i * 7919) + "(2)"))
                    .isEmpty();
        }
        assertThat(written("io.vertx", "something else")).startsWith("something else (1000 more");
        now.addAndGet(LogPacer.QUIET.toNanos());
        assertThat(written("io.netty", "failed: DefaultChannelPromise@4(3)"))
                .isEqualTo("failed: DefaultChannelPromise@4(3)");
    }

    @Test
    void peerThatCausesRecordsOfManyKindsGetsFewOfThem() {
        int lines = 0;
        for (char a = 'g'; a <= 'z'; a++) {
            for (char b = 'g'; b <= 'z'; b++) {
                lines += written("io.netty", "a header named " + a + b).isEmpty() ? 0 : 1;
            }
        }
        assertThat(lines).isEqualTo(LogPacer.MAX_LINES);
    }

    @Test
    void ownRecordsPass() {
        for (int i = 0; i < 100; i++) {
            assertThat(written("dev.fanlight.relay", "again")).isEqualTo("again");
        }
    }

    private String written(String logger, String message) {
        LogRecord record = new LogRecord(Level.WARNING, message);
        record.setLoggerName(logger);
        return pacer.isLoggable(record) ? record.getMessage() : "";
    }
}
