package dev.fanlight.relay.http.listen;

import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounters;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.transport.Transport;

/**
 * The system’s transport, whose TLS listeners hold no more than {@link HandshakeLimit#MAX} handshakes at a time: the only place where
 * Vert.x lets one see a connection before its handshake. Thread safe.
 */
public final class LimitedTransport implements io.vertx.core.transport.Transport {

    private final io.vertx.core.transport.Transport system;
    private final HandshakeLimit limit;
    private final ErrorLog errors;

    private LimitedTransport(io.vertx.core.transport.Transport system, HandshakeLimit limit, ErrorLog errors) {
        this.system = system;
        this.limit = limit;
        this.errors = errors;
    }

    /** The native transport where there is one, else the JDK’s; what happens to connections before their handshake is counted and reported. */
    public static LimitedTransport ofSystem(RelayCounters counters, ErrorLog errors) {
        io.vertx.core.transport.Transport best = io.vertx.core.transport.Transport.nativeTransport();
        return new LimitedTransport(
                best != null && best.available() ? best : NIO,
                new HandshakeLimit(HandshakeLimit.MAX, counters, errors),
                errors);
    }

    /** Whether it is the system’s own and not the JDK’s. */
    public boolean isNative() {
        return system != NIO;
    }

    @Override
    public String name() {
        return system.name();
    }

    @Override
    public boolean available() {
        return system.available();
    }

    @Override
    public Throwable unavailabilityCause() {
        return system.unavailabilityCause();
    }

    @Override
    public Transport implementation() {
        return new Limited(system.implementation(), limit, errors);
    }

    /** Everything as the system’s transport does it, but for listeners. */
    private record Limited(Transport system, HandshakeLimit limit, ErrorLog errors) implements Transport {

        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
            system.configure(options, domainSocket, bootstrap);
            bootstrap.handler(new ChannelInitializer<Channel>() {
                @Override
                protected void initChannel(Channel listening) {
                    if (options.isSsl()) {
                        listening.pipeline().addLast(new AcceptHandler(limit));
                    }
                    listening.pipeline().addLast(new AcceptFailures(errors));
                }
            });
        }

        @Override
        public boolean supportsDomainSockets() {
            return system.supportsDomainSockets();
        }

        @Override
        public boolean supportFileRegion() {
            return system.supportFileRegion();
        }

        @Override
        public boolean isAvailable() {
            return system.isAvailable();
        }

        @Override
        public Throwable unavailabilityCause() {
            return system.unavailabilityCause();
        }

        @Override
        public java.net.SocketAddress convert(SocketAddress address) {
            return system.convert(address);
        }

        @Override
        public SocketAddress convert(java.net.SocketAddress address) {
            return system.convert(address);
        }

        @Override
        public IoHandlerFactory ioHandlerFactory() {
            return system.ioHandlerFactory();
        }

        @Override
        public DatagramChannel datagramChannel() {
            return system.datagramChannel();
        }

        @Override
        @SuppressWarnings("deprecation") // The interface names Netty’s old type.
        public DatagramChannel datagramChannel(InternetProtocolFamily family) {
            return system.datagramChannel(family);
        }

        @Override
        public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
            return system.channelFactory(domainSocket);
        }

        @Override
        public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
            return system.serverChannelFactory(domainSocket);
        }

        @Override
        public void configure(DatagramChannel channel, DatagramSocketOptions options) {
            system.configure(channel, options);
        }

        @Override
        public void configure(
                ClientOptionsBase options, int connectTimeout, boolean domainSocket, Bootstrap bootstrap) {
            system.configure(options, connectTimeout, domainSocket, bootstrap);
        }
    }
}
