package dev.fanlight.relay.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.testing.Guesser;
import dev.fanlight.relay.testing.PasswordGuesser;
import dev.fanlight.relay.testing.TestApi;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.WithRelay;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.Soak;
import dev.fanlight.testing.TestScale;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Passwords beyond the capacity of the hasher were refused whatever their address: wrong ones from many addresses kept the owner out. */
@Soak
class PasswordStormKeepsTheOwnerOutTest {

    private static final String PASSWORD = "correct horse battery";
    private static final int GUESSERS = TestScale.of(40, 120);
    private static final int SIGN_INS = TestScale.of(3, 10);

    @WithRelay
    private TestRelay relay;

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger addresses = new AtomicInteger();
    private final AtomicInteger guesses = new AtomicInteger();

    @Test
    void rightPasswordIsTakenInAStormFromManyAddresses() throws InterruptedException {
        String url = relay.host()
                .post("/owner/reset")
                .expect(200)
                .json()
                .getJsonArray("urls")
                .getString(0);
        TestApi.browser(relay)
                .post(
                        "/owner/setup",
                        new JsonObject()
                                .put("secret", url.substring(url.indexOf('#') + 1))
                                .put("password", PASSWORD))
                .expect(204);
        ExecutorService storm = Executors.newFixedThreadPool(GUESSERS);
        List<Integer> answers = new ArrayList<>();
        try {
            for (int i = 0; i < GUESSERS; i++) {
                storm.execute(this::guess);
            }
            Await.until("the storm rages", () -> guesses.get() > GUESSERS);
            for (int i = 0; i < SIGN_INS; i++) {
                TestApi browser = TestApi.browser(relay);
                answers.add(browser.post("/owner/session", new JsonObject().put("password", PASSWORD))
                        .status());
            }
        } finally {
            over.set(true);
            storm.shutdown();
        }
        System.out.println("Right passwords were answered " + answers + " beside " + guesses + " wrong ones from "
                + addresses + " addresses");
        assertThat(answers).hasSize(SIGN_INS).containsOnly(204);
    }

    private void guess() {
        while (!over.get()) {
            int number = addresses.incrementAndGet();
            try (Guesser guesser =
                    new PasswordGuesser(relay.plainPort(), "/owner/session", "{\"password\":\"correct horse %d\"}")) {
                guesser.guess(InetAddress.getByAddress(new byte[] {
                    127, (byte) (1 + number % 40), (byte) (number / 40 / 250), (byte) (number / 40 % 250 + 1)
                }));
                guesses.incrementAndGet();
            } catch (IOException e) {
                // The relay is stopped.
            }
        }
    }
}
