package dev.fanlight.relay.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.Secrets;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.relay.auth.WatchGate.Admission;
import dev.fanlight.relay.auth.WatchGate.Admitted;
import dev.fanlight.relay.auth.WatchGate.Reason;
import dev.fanlight.relay.auth.WatchGate.Refused;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.AddressLimits;
import dev.fanlight.relay.store.Dialect;
import dev.fanlight.relay.store.Links;
import dev.fanlight.relay.store.RelayStore;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate for viewers of any protocol, on a real store. */
class WatchGateTest {

    private static final CameraName FRONT = new CameraName("front");
    private static final CameraName BACK = new CameraName("back");
    private static final AddressKey HERE = AddressKey.of(InetAddress.getLoopbackAddress());
    private static final int TRIES = 5;
    private static final int MAX_VIEWERS = 3;

    @TempDir
    private Path temp;

    private final RelayCounters counters = new RelayCounters();
    private RelayStore store;
    private boolean permitted = true;
    private WatchGate gate;

    @BeforeEach
    void open() {
        store = RelayStore.open(
                Dialect.sqlite(temp.resolve("relay.db")), new Secrets(new SecureRandom()), Clock.systemUTC());
        store.invitations().invite(FRONT, false);
        store.invitations().invite(BACK, false);
        gate = new WatchGate(
                new Authenticator(store.grants()),
                new AccessPolicy(),
                new AddressLimits(() -> 0, 100, TRIES),
                (camera, principal, credentials, address) -> permitted,
                counters,
                () -> MAX_VIEWERS,
                Optional.empty());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void linkAdmitsToItsCameraOnlyWithItsLimitsAndItsEnd() {
        long end = Clock.systemUTC().millis() + 60_000;
        Links.Made link = link(
                new Links.NewLink(ChatRole.CHATTER, "", OptionalLong.of(end), OptionalInt.of(2), Optional.empty()));
        Admitted admitted = admitted(admit("front", key(link)));
        assertThat(admitted.principal()).isEqualTo(new Principal.LinkHolder(link.id(), FRONT, ChatRole.CHATTER, false));
        assertThat(admitted.camera()).isEqualTo(FRONT);
        assertThat(admitted.expiresAtMillis()).hasValue(end);
        assertThat(admitted.maxViewers()).hasValue(2);
        assertThat(reason(admit("back", key(link)))).isEqualTo(Reason.NOT_FOUND);
        assertThat(reason(admit("nowhere", key(link)))).isEqualTo(Reason.NOT_FOUND);
        assertThat(counters.get(RelayCounter.VIEWERS_ADMITTED)).isEqualTo(1);
        assertThat(counters.get(RelayCounter.VIEWERS_REFUSED)).isEqualTo(2);
    }

    @Test
    void keyOfALinkWithAPasswordAdmitsOnlyByASession() {
        Links.Made link = link(new Links.NewLink(
                ChatRole.WATCHER, "", OptionalLong.empty(), OptionalInt.empty(), Optional.of("hash")));
        assertThat(reason(admit("front", key(link)))).isEqualTo(Reason.NOT_FOUND);
        String session = store.viewerSessions().add(Optional.empty(), link.id());
        Credentials cookies = Credentials.ofCookies(Optional.of(session), Optional.empty());
        assertThat(admit("front", cookies)).isInstanceOf(Admitted.class);
    }

    @Test
    void visitorIsAdmittedWhereTheCameraIsPublicAndAnOwnersTokenEverywhere() {
        store.cameras().open(FRONT, Visibility.PUBLIC, ChatRole.WATCHER);
        assertThat(admitted(admit("front", Credentials.NONE)).principal())
                .isEqualTo(new Principal.Visitor(FRONT, ChatRole.WATCHER, Visibility.PUBLIC));
        assertThat(reason(admit("back", Credentials.NONE))).isEqualTo(Reason.NOT_FOUND);
        String token =
                store.tokens().create("player", true, OptionalLong.empty()).secret();
        assertThat(admitted(admit("back", Credentials.NONE.withToken(Optional.of(token))))
                        .principal())
                .isInstanceOf(Principal.Owner.class);
    }

    @Test
    void addressThatGuessesIsLimitedAndOneWithoutAnyKeyOrWithAValidOneIsNot() {
        for (int i = 0; i < 2 * TRIES; i++) {
            assertThat(reason(admit("front", Credentials.NONE))).isEqualTo(Reason.NOT_FOUND);
        }
        for (int i = 0; i < TRIES; i++) {
            assertThat(reason(admit("front", Credentials.NONE.withKey(Optional.of("wrong" + i)))))
                    .isEqualTo(Reason.NOT_FOUND);
        }
        Admission blocked = admit("front", Credentials.NONE.withKey(Optional.of("one more")));
        assertThat(reason(blocked)).isEqualTo(Reason.RATE_LIMITED);
        assertThat(((Refused) blocked).retryAfter()).isPresent();
        assertThat(counters.get(RelayCounter.ADDRESSES_LIMITED)).isEqualTo(1);
        assertThat(admit("front", key(link(Links.NewLink.plain(ChatRole.WATCHER)))))
                .isInstanceOf(Admitted.class);
    }

    @Test
    void placeIsFreedOnceWhenTheViewerIsGone() {
        Links.Made link = link(
                new Links.NewLink(ChatRole.WATCHER, "", OptionalLong.empty(), OptionalInt.of(1), Optional.empty()));
        Admitted first = admitted(admit("front", key(link)));
        assertThat(reason(admit("front", key(link)))).isEqualTo(Reason.LINK_FULL);
        first.close();
        first.close();
        assertThat(admit("front", key(link))).isInstanceOf(Admitted.class);
        assertThat(reason(admit("front", key(link)))).isEqualTo(Reason.LINK_FULL);
    }

    @Test
    void relayAdmitsNoMoreViewersThanItsLimit() {
        Credentials key = key(link(Links.NewLink.plain(ChatRole.WATCHER)));
        Admitted first = admitted(admit("front", key));
        for (int i = 1; i < MAX_VIEWERS; i++) {
            assertThat(admit("front", key)).isInstanceOf(Admitted.class);
        }
        assertThat(reason(admit("front", key))).isEqualTo(Reason.RELAY_FULL);
        first.close();
        assertThat(admit("front", key)).isInstanceOf(Admitted.class);
    }

    @Test
    void ruleKeepsOutWhomTheLinkWouldAdmitAndTakesNoPlace() {
        Credentials key = key(link(
                new Links.NewLink(ChatRole.WATCHER, "", OptionalLong.empty(), OptionalInt.of(1), Optional.empty())));
        permitted = false;
        assertThat(reason(admit("front", key))).isEqualTo(Reason.BANNED);
        permitted = true;
        assertThat(admit("front", key)).isInstanceOf(Admitted.class);
    }

    @Test
    void recheckSaysWhatBecameOfTheRight() {
        Links.Made link = link(Links.NewLink.plain(ChatRole.WATCHER));
        Admitted admitted = admitted(admit("front", key(link)));
        assertThat(gate.recheck(admitted, key(link))).isEqualTo(AccessDecision.VALID);
        store.cameras().rename(FRONT, new CameraName("porch"));
        assertThat(gate.recheck(admitted, key(link))).isEqualTo(AccessDecision.MOVED);
        Admitted again = admitted(admit("front", key(link)));
        assertThat(again.camera()).isEqualTo(new CameraName("porch"));
        store.links().revoke(link.id());
        assertThat(gate.recheck(again, key(link))).isEqualTo(AccessDecision.REVOKED);
    }

    private Links.Made link(Links.NewLink settings) {
        return store.links().create(FRONT, settings).orElseThrow();
    }

    private static Credentials key(Links.Made link) {
        return Credentials.NONE.withKey(Optional.of(link.key()));
    }

    private Admission admit(String camera, Credentials credentials) {
        return gate.admit(camera, credentials, HERE);
    }

    private static Admitted admitted(Admission admission) {
        assertThat(admission).isInstanceOf(Admitted.class);
        return (Admitted) admission;
    }

    private static Reason reason(Admission admission) {
        assertThat(admission).isInstanceOf(Refused.class);
        return ((Refused) admission).reason();
    }
}
