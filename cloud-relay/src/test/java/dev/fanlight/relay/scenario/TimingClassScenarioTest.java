package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.testing.TestApi;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.testing.Soak;
import dev.fanlight.testing.TestScale;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What exists and may not be seen is answered like what does not exist. The answers are compared; how long they take is printed as a ratio
 * of medians, asked in turn, since no time is asserted.
 */
@Soak
class TimingClassScenarioTest {

    private static final int ROUNDS = TestScale.of(8, 40);
    private static final int NOT_FOUND = 404;

    @TempDir
    private Path temp;

    @Test
    void existingAndUnknownCameraAreAnsweredAlike() {
        try (TestRelay relay = TestRelay.start(temp.resolve("state"))) {
            relay.invite("front");
            TestApi stranger = TestApi.browser(relay);
            compare(
                    "a wrong key",
                    () -> stranger.post("/session", session("front")),
                    () -> stranger.post("/session", session("nowhere")));
            compare("a look at a camera", () -> stranger.get("/cameras/front"), () -> stranger.get("/cameras/nowhere"));
            compare("its chat", () -> stranger.get("/cameras/front/chat"), () -> stranger.get("/cameras/nowhere/chat"));
        }
    }

    private static JsonObject session(String camera) {
        return new JsonObject().put("camera", camera).put("key", "abcdefghijklmnopqrstuvwxyz");
    }

    private static void compare(String what, Supplier<TestApi.Reply> existing, Supplier<TestApi.Reply> unknown) {
        long[] ofExisting = new long[ROUNDS];
        long[] ofUnknown = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            ofExisting[i] = nanos(existing);
            ofUnknown[i] = nanos(unknown);
        }
        Arrays.sort(ofExisting);
        Arrays.sort(ofUnknown);
        System.out.printf(
                "%s: existing / unknown = %.2f (medians of %d)%n",
                what, (double) ofExisting[ROUNDS / 2] / ofUnknown[ROUNDS / 2], ROUNDS);
    }

    /** Patient with the limit of requests, which is not what is looked at here. */
    private static long nanos(Supplier<TestApi.Reply> request) {
        while (true) {
            long start = System.nanoTime();
            TestApi.Reply reply = request.get();
            long took = System.nanoTime() - start;
            if (reply.status() != 429) {
                assertThat(reply.status()).isEqualTo(NOT_FOUND);
                assertThat(reply.json().getString("code")).isEqualTo("not_found");
                return took;
            }
        }
    }
}
