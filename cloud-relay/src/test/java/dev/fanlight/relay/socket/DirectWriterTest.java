package dev.fanlight.relay.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanlight.protocol.player.Viewers;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.testing.WithoutLeaks;
import dev.fanlight.relay.wire.CoalescedFrames;
import dev.fanlight.relay.wire.ControlText;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.epoll.Epoll;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithoutLeaks
class DirectWriterTest {

    private final ControlText text = ControlText.of(new Viewers(3));
    // In direct memory, as frames are, and too long for the kernel to take a whole number of them.
    private final SharedBuffer large = CoalescedFrames.of(Collections.nCopies(1_500, text), ByteBufAllocator.DEFAULT);
    private final AtomicInteger throughPipeline = new AtomicInteger();
    private LoopbackChannel loopback;
    private Channel channel;

    @BeforeEach
    void connect() throws Exception {
        assumeTrue(Epoll.isAvailable(), "no native epoll here");
        loopback = LoopbackChannel.connect(new ChannelOutboundHandlerAdapter() {
            @Override
            public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
                throughPipeline.incrementAndGet();
                var unused = context.write(message, promise);
            }
        });
        channel = loopback.channel();
    }

    @AfterEach
    void disconnect() throws Exception {
        text.release();
        large.release();
        if (loopback != null) {
            loopback.close();
        }
    }

    @Test
    void givesBytesToTheKernelUntilTheSocketIsClosedAndNothingAfterwards() throws Exception {
        DirectWriter writer = writer();
        assertThat(onLoop(() -> writer.offer(large))).isTrue();
        assertReceives(large);
        assertThat(throughPipeline).hasValue(0);
        channel.close().sync();
        assertThat(onLoop(() -> writer.offer(large))).isFalse();
    }

    @Test
    void whatTheKernelDoesNotAcceptFollowsInOrderBeforeAnythingElse() throws Exception {
        DirectWriter writer = writer();
        int offered = onLoop(() -> {
            int count = 0;
            while (writer.offer(large)) {
                count++;
            }
            writer.write(text);
            writer.flush();
            return count;
        });
        assertThat(throughPipeline).as("the rest of the last one, and the text").hasValue(2);
        for (int i = 0; i < offered; i++) {
            assertReceives(large);
        }
        assertReceives(text);
        assertThat(onLoop(() -> writer.offer(large))).isTrue();
        assertReceives(large);
        assertThat(throughPipeline).hasValue(2);
    }

    @Test
    void acceptsNothingOnceItIsShut() throws Exception {
        DirectWriter writer = writer();
        onLoop(() -> {
            writer.shut();
            writer.write(text);
            writer.flush();
            return true;
        });
        assertThat(onLoop(() -> writer.offer(text))).isFalse();
        channel.close().sync();
        assertThat(loopback.peer().getInputStream().read()).isEqualTo(-1);
    }

    private DirectWriter writer() {
        channel.pipeline().addLast("behind", new ChannelOutboundHandlerAdapter());
        PipelineWriter pipeline = new PipelineWriter(channel.pipeline().context("behind"));
        return DirectWriter.of(channel, pipeline).orElseThrow();
    }

    private void assertReceives(SharedBuffer message) throws Exception {
        LoopbackChannel.assertReceives(loopback.peer().getInputStream(), message);
    }

    private <T> T onLoop(Callable<T> action) throws Exception {
        return loopback.onLoop(action);
    }
}
