package dev.fanlight.agent;

import dev.fanlight.agent.config.NamedCameras;
import dev.fanlight.agent.javacv.NativeLibraries;
import dev.fanlight.agent.status.StatusBoard;
import dev.fanlight.agent.uplink.socket.EventLoop;
import dev.fanlight.agent.uplink.socket.TlsWarmUp;
import dev.fanlight.cli.UserException;
import dev.fanlight.runtime.MediaClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Cameras that stream to their relays: the library behind {@code fanlight-agent run}. Owns one event loop for all of them, and
 * the threads “capture”, “encode” and “audio” of each. Thread safe.
 *
 * <pre>{@code
 * FanlightAgent agent = FanlightAgent.builder()
 *         .state(Path.of("/var/lib/fanlight-agent"))
 *         .source("test")
 *         .frameListener(frame -> look(frame.data()))
 *         .build()
 *         .start();
 * }</pre>
 */
public final class FanlightAgent implements AutoCloseable {

    /** Most cameras of one agent; each has two or three threads, encoders and a socket of its own. */
    public static final int MAX_CAMERAS = NamedCameras.MAX;

    private final EventLoop loop;
    private final List<CameraPipeline> cameras;
    private final LocalServers servers;
    private final AtomicBoolean closed = new AtomicBoolean();

    private FanlightAgent(EventLoop loop, List<CameraPipeline> cameras, LocalServers servers) {
        this.loop = loop;
        this.cameras = List.copyOf(cameras);
        this.servers = servers;
    }

    /** Begins the configuration of one camera. */
    public static AgentBuilder builder() {
        return new AgentBuilder();
    }

    /**
     * Opens each camera once, connects each to its relay, and streams until it is closed. Each camera has an identity and a socket
     * of its own.
     *
     * @param plans 1–16 cameras of different identities
     * @throws IllegalArgumentException when there are none or too many, or two have the same identity
     * @throws UserException when this computer lacks a library that FFmpeg needs
     */
    public static FanlightAgent start(List<AgentBuilder.Plan> plans) {
        return start(plans, LocalAccess.NONE);
    }

    /**
     * The same, with servers on its own network.
     *
     * @throws UserException when an address cannot be listened on, too
     */
    public static FanlightAgent start(List<AgentBuilder.Plan> plans, LocalAccess access) {
        check(plans);
        NativeLibraries.load(plans.stream().anyMatch(AgentBuilder.Plan::nativeWarnings));
        TlsWarmUp.run();
        List<AgentEvents> events = plans.stream().map(FanlightAgent::events).toList();
        EventLoop loop = new EventLoop(stopLimit(plans), error -> events.forEach(each -> each.broken(error)));
        MediaClock clock = MediaClock.system();
        LocalServers servers = servers(loop, access, clock, plans, events);
        List<CameraPipeline> cameras = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            cameras.add(CameraPipeline.start(loop, plans.get(i), events.get(i), clock, servers.preview()));
        }
        return new FanlightAgent(loop, cameras, servers);
    }

    private static LocalServers servers(
            EventLoop loop,
            LocalAccess access,
            MediaClock clock,
            List<AgentBuilder.Plan> plans,
            List<AgentEvents> events) {
        Map<String, AgentEvents> byName = new LinkedHashMap<>();
        for (int i = 0; i < plans.size(); i++) {
            byName.putIfAbsent(plans.get(i).keys().current().camera(), events.get(i));
        }
        try {
            return LocalServers.start(loop, access, clock, byName);
        } catch (UserException e) {
            loop.close();
            throw e;
        }
    }

    private static AgentEvents events(AgentBuilder.Plan plan) {
        return new AgentEvents(plan.listener(), new StatusBoard(InstantSource.system()));
    }

    /** Its cameras, in the order of their plans. */
    public List<AgentCamera> cameras() {
        return List.copyOf(cameras);
    }

    /** Whether its event loop does a piece of work within {@code limit}; an agent whose loop is stuck sends nothing. Blocking. */
    public boolean responds(Duration limit) {
        return loop.responds(limit);
    }

    /** How many captured frames were dropped because the encoder was too slow, all cameras together. */
    public long droppedFrames() {
        return cameras.stream().mapToLong(CameraPipeline::droppedFrames).sum();
    }

    /** Releases the cameras, says goodbye to the relays and ends all threads; waits for that, seconds at most. Idempotent. */
    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            close(0);
        }
    }

    /** Closes all cameras from this one on and then the event loop, even when one of them fails to close. */
    private void close(int index) {
        if (index == cameras.size()) {
            try {
                servers.close();
            } finally {
                loop.close();
            }
            return;
        }
        try {
            cameras.get(index).close();
        } finally {
            close(index + 1);
        }
    }

    private static Duration stopLimit(List<AgentBuilder.Plan> plans) {
        return plans.stream()
                .map(plan -> plan.timeouts().stop())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static void check(List<AgentBuilder.Plan> plans) {
        long identities = plans.stream()
                .map(plan -> plan.keys().current())
                .map(identity -> identity.relay() + " " + identity.device())
                .distinct()
                .count();
        if (plans.isEmpty() || plans.size() > MAX_CAMERAS) {
            throw new IllegalArgumentException("an agent has 1 to " + MAX_CAMERAS + " cameras");
        }
        if (identities < plans.size()) {
            throw new IllegalArgumentException(
                    "two cameras have the same identity: the relay would replace one by the other");
        }
    }
}
