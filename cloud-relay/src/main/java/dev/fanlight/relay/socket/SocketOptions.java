package dev.fanlight.relay.socket;

import io.netty.channel.Channel;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollChannelOption;

/** How connections are set up over which frames are sent. Stateless. */
final class SocketOptions {

    /** Most unsent bytes in the kernel, where that can be set: beyond them frames wait where they can still be dropped. */
    private static final long NOT_SENT_LOW_WATER = 32 * 1024;

    /** Bytes in the pipeline at which a socket becomes writable and not writable: few, because they cannot be dropped. */
    private static final WriteBufferWaterMark WAITING = new WriteBufferWaterMark(8 * 1024, 32 * 1024);

    private SocketOptions() {}

    static void streaming(Channel channel) {
        channel.config().setOption(EpollChannelOption.TCP_NOTSENT_LOWAT, NOT_SENT_LOW_WATER);
        channel.config().setWriteBufferWaterMark(WAITING);
    }
}
