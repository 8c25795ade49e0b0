package dev.fanlight.relay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import java.util.function.Supplier;

/** An agent that publishes and two players that watch it, one by TLS, to see whether something cuts them off. */
public final class LiveSockets {

    private static final int SIZE = 5_000;

    public final TestAgent agent;
    private final TestViewer plain;
    private final TestViewer secure;
    private long next;

    private LiveSockets(TestAgent agent, TestViewer plain, TestViewer secure) {
        this.agent = agent;
        this.plain = plain;
        this.secure = secure;
    }

    public static LiveSockets open(
            TestRelay relay, TestCamera camera, Supplier<TestAgent> dial, String device, DeviceKey key) {
        return open(relay, camera, relay.secureViewer("localhost"), dial, device, key);
    }

    public static LiveSockets open(
            TestRelay relay,
            TestCamera camera,
            TestViewer secure,
            Supplier<TestAgent> dial,
            String device,
            DeviceKey key) {
        TestAgent agent = dial.get();
        agent.authenticate(device, key);
        agent.expect(Accepted.class);
        agent.announce();
        LiveSockets live = new LiveSockets(agent, relay.watching(camera), relay.watching(camera, secure));
        live.assertAlive();
        return live;
    }

    /** Frames still go from end to end, whole, on the sockets of the beginning. */
    public void assertAlive() {
        int had = plain.frames.size();
        int hadSecure = secure.frames.size();
        agent.frame(next++, true, SIZE);
        agent.frame(next++, false, SIZE);
        plain.expectFrames(had + 2);
        secure.expectFrames(hadSecure + 2);
        assertThat(agent.isClosed() || plain.isClosed() || secure.isClosed()).isFalse();
        assertThat(plain.corrupted() + secure.corrupted()).isZero();
    }
}
