package dev.fanlight.agent.onvif.discovery;

import dev.fanlight.runtime.NanoClock;
import java.io.IOException;
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
 * Asks for cameras on every interface at once. Blocking, in the caller’s thread; keeps no socket. Thread safe.
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
     * @throws IOException when none of them takes the question
     */
    public List<DiscoveredCamera> everywhere(UUID id, Duration wait) throws IOException {
        Probe probe = new Probe("uuid:" + id);
        List<DatagramChannel> channels = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            each(networks.addresses(), place -> open(place, channels, selector));
            return collect(probe, wait, channels, selector);
        } finally {
            for (DatagramChannel channel : channels) {
                channel.close();
            }
        }
    }

    private static void open(LocalNetworks.Place place, List<DatagramChannel> channels, Selector selector)
            throws IOException {
        DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            channel.bind(new InetSocketAddress(place.address(), 0));
            channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, place.network());
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            channels.add(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private List<DiscoveredCamera> collect(
            Probe probe, Duration wait, List<DatagramChannel> channels, Selector selector) throws IOException {
        Map<String, DiscoveredCamera> found = new LinkedHashMap<>();
        ByteBuffer buffer = ByteBuffer.allocate(MAX_DATAGRAM_BYTES);
        int datagrams = 0;
        for (int sending = 0; sending < SENDINGS; sending++) {
            each(channels, channel -> channel.send(ByteBuffer.wrap(probe.message()), GROUP));
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

    /** A step of the search on one interface. */
    private interface Step<T> {
        void run(T item) throws IOException;
    }

    /** An interface that cannot be bound or cannot send, such as a tunnel, is skipped; the step fails when all of them do. */
    private static <T> void each(List<T> items, Step<T> step) throws IOException {
        List<IOException> failures = new ArrayList<>();
        for (T item : items) {
            try {
                step.run(item);
            } catch (IOException e) {
                failures.add(e);
            }
        }
        if (!items.isEmpty() && failures.size() == items.size()) {
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
