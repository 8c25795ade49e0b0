package dev.fanlight.relay.http.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.testing.LogRecords;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class AcceptFailuresTest {

    @Test
    void whatTheAcceptorHasSeenCostsOneLineOfLogHoweverOftenItFails() {
        AtomicInteger seen = new AtomicInteger();
        EmbeddedChannel listening =
                new EmbeddedChannel(new AcceptFailures(new ErrorLog(() -> 0)), new ChannelInboundHandlerAdapter() {
                    @Override
                    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
                        seen.incrementAndGet();
                        context.fireExceptionCaught(cause);
                    }
                });
        try (LogRecords log = LogRecords.listen()) {
            for (int i = 0; i < 100; i++) {
                listening.pipeline().fireExceptionCaught(new IOException("accept(..) failed: Too many open files"));
            }

            assertThat(seen).hasValue(100);
            assertThat(log.all())
                    .singleElement()
                    .extracting(LogRecord::getMessage)
                    .asString()
                    .contains("Too many open files");
            assertThat(log.failures()).isEmpty();
        }
        assertThatCode(listening::checkException).doesNotThrowAnyException();
    }
}
