package dev.fanlight.agent.onvif.discovery;

import dev.fanlight.runtime.NanoClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Asks for cameras on every interface at once, or at one address: many networks do not pass multicast on. Blocking, in the caller’s
 * thread; keeps no socket. Thread safe.
 */
public final class DiscoverySearch {

    /** Where cameras listen (WS-Discovery 1.1 §3.1). */
    public static final InetSocketAddress GROUP = new InetSocketAddress("239.255.255.250", 3702);

    /** Most cameras of one search. */
    public static final int MAX_CAMERAS = 64;

    /** Most datagrams that are read in one search: who floods us ends it early. */
    static final int MAX_DATAGRAMS = 1000;

    /** The question is sent so often, for datagrams get lost. */
    private static final int SENDINGS = 2;

    private static final int MAX_DATAGRAM_BYTES = 65_536;

    private final LocalNetworks networks;
    private final NanoClock clock;

    /** Searches in these networks. */
    public DiscoverySearch(LocalNetworks networks, NanoClock clock) {
        this.networks = networks;
        this.clock = clock;
    }

    /**
     * Asks all networks.
     *
     * @param id names this question, random
     * @param wait how long answers are waited for
     */
    public List<DiscoveredCamera> everywhere(UUID id, Duration wait) throws IOException {
        return search(id, wait, GROUP, networks.addresses());
    }

    /** Asks one address. */
    public List<DiscoveredCamera> at(InetAddress address, UUID id, Duration wait) throws IOException {
        return search(id, wait, new InetSocketAddress(address, GROUP.getPort()), List.of());
    }

    private List<DiscoveredCamera> search(
            UUID id, Duration wait, InetSocketAddress target, List<LocalNetworks.Place> from) throws IOException {
        Probe probe = new Probe("uuid:" + id);
        List<DatagramChannel> channels = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (LocalNetworks.Place place : from) {
                open(channels, place.address(), selector)
                        .setOption(StandardSocketOptions.IP_MULTICAST_IF, place.network());
            }
            if (from.isEmpty()) {
                open(channels, new InetSocketAddress(0).getAddress(), selector);
            }
            return collect(probe, wait, target, channels, selector);
        } finally {
            for (DatagramChannel channel : channels) {
                channel.close();
            }
        }
    }

    private static DatagramChannel open(List<DatagramChannel> channels, InetAddress own, Selector selector)
            throws IOException {
        DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
        channels.add(channel);
        channel.bind(new InetSocketAddress(own, 0));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
        return channel;
    }

    private List<DiscoveredCamera> collect(
            Probe probe, Duration wait, InetSocketAddress target, List<DatagramChannel> channels, Selector selector)
            throws IOException {
        Map<String, DiscoveredCamera> found = new LinkedHashMap<>();
        ByteBuffer buffer = ByteBuffer.allocate(MAX_DATAGRAM_BYTES);
        int datagrams = 0;
        for (int sending = 0; sending < SENDINGS; sending++) {
            send(probe, target, channels);
            long end = clock.nanoTime() + wait.toNanos() / SENDINGS;
            for (long left = end - clock.nanoTime(); left > 0; left = end - clock.nanoTime()) {
                selector.select(Math.max(1, left / 1_000_000));
                for (SelectionKey key : selector.selectedKeys()) {
                    datagrams += read((DatagramChannel) key.channel(), probe, buffer, found);
                }
                selector.selectedKeys().clear();
                if (datagrams >= MAX_DATAGRAMS || found.size() >= MAX_CAMERAS) {
                    return List.copyOf(found.values());
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** An interface that cannot send, such as a tunnel, is passed over. */
    private static void send(Probe probe, InetSocketAddress target, List<DatagramChannel> channels) throws IOException {
        List<IOException> failures = new ArrayList<>();
        for (DatagramChannel channel : channels) {
            try {
                channel.send(ByteBuffer.wrap(probe.message()), target);
            } catch (IOException e) {
                failures.add(e);
            }
        }
        if (!channels.isEmpty() && failures.size() == channels.size()) {
            throw failures.get(0);
        }
    }

    private int read(DatagramChannel channel, Probe probe, ByteBuffer buffer, Map<String, DiscoveredCamera> found)
            throws IOException {
        buffer.clear();
        if (!(channel.receive(buffer) instanceof InetSocketAddress sender)) {
            return 0;
        }
        byte[] datagram = new byte[buffer.flip().remaining()];
        buffer.get(datagram);
        for (DiscoveredCamera camera : probe.answers(datagram, sender.getAddress(), networks::contain)) {
            if (found.size() < MAX_CAMERAS) {
                found.putIfAbsent(camera.endpoint(), camera);
            }
        }
        return 1;
    }
}
