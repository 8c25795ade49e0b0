package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.config.LimitConfig;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.AddressLimits;
import dev.fanlight.relay.ratelimit.LimitedAction;
import dev.fanlight.relay.testing.CodeGuesser;
import dev.fanlight.relay.testing.Guesser;
import dev.fanlight.relay.testing.Guesser.Result;
import dev.fanlight.relay.testing.LinkGuesser;
import dev.fanlight.relay.testing.Memory;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.testing.Soak;
import dev.fanlight.testing.TestScale;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Guesses from one address and from many (ten thousand each in the soak test), while a viewer watches. */
class GuessScenarioTest {

    /** Of each kind, of which there are two. */
    private static final int GUESSES = TestScale.of(200, 5_000);

    private static final int TRIES_PER_MINUTE = 3;
    private static final long FRAME_MILLIS = 50;
    private static final int KEY_FRAME_EVERY = 20;
    private static final long MAX_MEMORY = 32L * 1024 * 1024;

    /** A third of what is usual, so that those who are let through do not take the test’s time. */
    private static final LimitConfig LIMITS = LimitConfig.STANDARD
            .withViewers(100)
            .withCameras(10)
            .withConnectionsPerAddress(1_000)
            .withConnectsPerMinute(6)
            .withTriesPerMinute(TRIES_PER_MINUTE);

    @TempDir
    private Path temp;

    private final AtomicLong frames = new AtomicLong();
    private TestRelay relay;
    private TestCamera camera;
    private TestAgent agent;
    private TestViewer bystander;

    @BeforeEach
    void start() {
        relay = TestRelay.start(temp.resolve("state"), 2, LIMITS);
        camera = relay.invite("front");
        agent = relay.publishing(camera);
        bystander = relay.watching(camera);
        agent.announce();
        bystander.expect(dev.fanlight.protocol.Tracks.class);
        relay.vertx().setPeriodic(FRAME_MILLIS, timer -> {
            long sequence = frames.getAndIncrement();
            agent.frame(sequence, sequence % KEY_FRAME_EVERY == 0, 500);
        });
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    @Soak
    void noKeyOfALinkIsFound(int addresses) throws IOException {
        guess(new LinkGuesser(relay.plainPort(), camera.name()), addresses);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    @Soak
    void noJoinCodeIsFound(int addresses) throws IOException {
        guess(new CodeGuesser(relay.server().port(), agent.serverKey()), addresses);
    }

    @Test
    void asManyAddressesAsAreRememberedFitInto32Mebibytes() {
        long before = Memory.heapAfterCollection();
        AddressLimits limits = new AddressLimits(NanoClock.SYSTEM, 20, 10);
        for (int i = 0; i < AddressLimits.MAX_KEYS; i++) {
            limits.take(LimitedAction.FAILED_PASSWORD, new AddressKey(true, i));
        }
        long used = Memory.heapAfterCollection() - before;
        System.out.println(limits.size() + " addresses take " + Memory.mebibytes(used));
        assertThat(limits.size()).isEqualTo(AddressLimits.MAX_KEYS);
        assertThat(used).isLessThan(MAX_MEMORY);
    }

    static IntStream addresses() {
        return IntStream.of(1, TestScale.of(20, 200));
    }

    private void guess(Guesser guesser, int addresses) throws IOException {
        Map<Result, Integer> results = new EnumMap<>(Result.class);
        long start = System.nanoTime();
        try (guesser) {
            for (int i = 0; i < GUESSES; i++) {
                results.merge(guesser.guess(address(i % addresses)), 1, Integer::sum);
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.println(
                GUESSES + " guesses from " + addresses + " addresses in " + took.toMillis() + " ms: " + results);
        int minutes = (int) took.toMinutes() + 2;
        assertThat(results).doesNotContainKey(Result.HIT);
        assertThat(results.get(Result.WRONG)).isBetween(addresses, addresses * TRIES_PER_MINUTE * minutes);
        assertBystanderLostNothing();
    }

    private void assertBystanderLostNothing() {
        long sent = frames.get();
        bystander.expectFrames((int) sent);
        assertThat(bystander.sequences().subList(0, (int) sent))
                .isEqualTo(LongStream.range(0, sent).boxed().toList());
        assertThat(bystander.corrupted()).isZero();
    }

    private static InetAddress address(int number) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) number});
    }
}
