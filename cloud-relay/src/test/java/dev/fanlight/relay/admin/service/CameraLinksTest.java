package dev.fanlight.relay.admin.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.Secrets;
import dev.fanlight.protocol.ToAgent;
import dev.fanlight.protocol.agent.Share;
import dev.fanlight.protocol.agent.ShareRefusal;
import dev.fanlight.protocol.agent.ShareRefused;
import dev.fanlight.protocol.agent.Shared;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.relay.auth.AuthorizedSessions;
import dev.fanlight.relay.auth.Principal.Device;
import dev.fanlight.relay.auth.RightsAnnouncer;
import dev.fanlight.relay.cluster.LocalCluster;
import dev.fanlight.relay.cluster.Node;
import dev.fanlight.relay.config.PublicAddresses;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.store.Dialect;
import dev.fanlight.relay.store.RelayStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real store, with a clock that the test moves. */
class CameraLinksTest {

    private static final CameraName FRONT = new CameraName("front");
    private static final PublicAddresses ADDRESSES =
            new PublicAddresses("cam.example.org", 443, OptionalInt.empty(), "webpki", Optional.empty());

    @TempDir
    private Path temp;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.ofEpochSecond(1_000_000));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private RelayStore store;
    private Device device;

    @BeforeEach
    void open() {
        SecureRandom random = new SecureRandom();
        store = RelayStore.open(Dialect.sqlite(temp.resolve("relay.db")), new Secrets(random), clock);
        String id = store.devices()
                .approve(FRONT, DeviceKey.generate(random).publicKey())
                .id();
        device = new Device(id, FRONT);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void linkIsGivenAgainWhileHalfOfItsLifeIsLeft() {
        CameraLinks links = links();
        Shared first = shared(links);
        pass(Duration.ofHours(11));
        Shared second = shared(links);
        assertThat(second.url()).isEqualTo(first.url());
        assertThat(second.lifetime()).isEqualTo(Duration.ofHours(13));
        pass(Duration.ofHours(1));
        assertThat(shared(links).url()).isNotEqualTo(first.url());
    }

    @Test
    void relayThatForgotItsLinksMakesOnlySoManyUntilTheyEnd() {
        for (int i = 0; i < CameraLinks.MAX_VALID; i++) {
            shared(links());
        }
        assertThat(share(links())).isEqualTo(new ShareRefused("client-id", ShareRefusal.TOO_MANY));
        pass(CameraLinks.LIFE);
        shared(links());
    }

    /** As after a start: none is remembered. */
    private CameraLinks links() {
        LocalCluster cluster = new LocalCluster(new Node("node-1", ""), () -> 0, failure -> {
            throw failure;
        });
        LinkService service = new LinkService(
                store.links(),
                store.revocations(),
                new AuthorizedSessions(),
                new RightsAnnouncer(cluster.rights(), new ErrorLog(() -> 0)),
                entry -> {});
        return new CameraLinks(service, () -> Optional.of(ChatRole.WATCHER), () -> ADDRESSES, clock);
    }

    private ToAgent share(CameraLinks links) {
        return links.share(device, new Share("client-id"));
    }

    private Shared shared(CameraLinks links) {
        ToAgent answer = share(links);
        assertThat(answer).isInstanceOf(Shared.class);
        return (Shared) answer;
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }
}
