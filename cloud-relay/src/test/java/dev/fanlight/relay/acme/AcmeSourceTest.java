package dev.fanlight.relay.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.config.AcmeConfig;
import dev.fanlight.relay.config.RelayStateFolder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shredzone.acme4j.exception.AcmeException;

class AcmeSourceTest {

    @TempDir
    private Path temp;

    @Test
    void whatAnOrderNeedsIsAskedForInOneSentence() throws Exception {
        assertSentence(() -> source("", true, ""), "needs http.public_host");
        assertSentence(() -> source("cam.example.org", false, ""), "needs acme.accept_terms=true");
        assertSentence(
                () -> source("cam.example.org", true, "/nowhere"), "/nowhere, which acme.trust names, cannot be read");
        Path empty = Files.writeString(temp.resolve("empty.pem"), "");
        assertSentence(() -> source("cam.example.org", true, empty.toString()), "holds no certificate");
    }

    @Test
    void pausesGrowToSixHoursAndDifferByChance() {
        Backoff backoff = new Backoff(new Random(7));
        assertThat(backoff.after(1)).isBetween(Duration.ofSeconds(225), Duration.ofSeconds(375));
        assertThat(backoff.after(3)).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(25));
        for (int failures : new int[] {8, 60, 1_000_000}) {
            assertThat(backoff.after(failures)).isBetween(Duration.ofMinutes(270), Duration.ofMinutes(450));
        }
        assertThat(backoff.after(60)).isNotEqualTo(backoff.after(60));
    }

    @Test
    void wordsOfAnAuthorityAreKeptShortAndOnOneLine() {
        String sentence = Sentences.of(new AcmeException("no\nsuch\u202ename " + "x".repeat(1_000)));
        assertThat(sentence).contains("no such name").hasSizeLessThan(400).doesNotContain("\n");
    }

    private AcmeSource source(String host, boolean terms, String trust) {
        AcmeConfig config = new AcmeConfig(URI.create("https://localhost:1/dir"), "", terms, List.of(), 80, trust);
        return AcmeSource.of(
                config,
                host,
                RelayStateFolder.open(temp.resolve("state")),
                () -> {
                    throw new AssertionError("not asked");
                },
                new ChallengeAnswers(),
                Clock.systemUTC(),
                new SecureRandom());
    }

    private static void assertSentence(ThrowingCallable what, String part) {
        assertThatThrownBy(what).isInstanceOfSatisfying(UserException.class, e -> {
            assertThat(e).hasMessageContaining(part);
            assertThat(e.exitCode()).isEqualTo(ExitCode.SETTINGS);
        });
    }
}
