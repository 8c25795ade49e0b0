package dev.fanlight.relay.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.relay.auth.Principal.Anonymous;
import dev.fanlight.relay.auth.Principal.ByHost;
import dev.fanlight.relay.auth.Principal.BySession;
import dev.fanlight.relay.auth.Principal.ByToken;
import dev.fanlight.relay.auth.Principal.Device;
import dev.fanlight.relay.auth.Principal.LinkHolder;
import dev.fanlight.relay.auth.Principal.Owner;
import dev.fanlight.relay.auth.Principal.PublishKey;
import dev.fanlight.relay.auth.Principal.Visitor;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The whole table: who may do what with a camera, and with no camera. */
class AccessPolicyTest {

    private static final CameraName FRONT = new CameraName("front");
    private static final CameraName BACK = new CameraName("back");
    private static final Set<Action> OPEN =
            EnumSet.of(Action.OPEN_PAGE, Action.READ_HEALTH, Action.CONNECT, Action.SIGN_IN);
    private static final Principal OWNER = new Owner(new BySession("s1"));
    private static final Principal READER = new Owner(new ByToken("t1", true));
    private static final Principal PROGRAM = new Owner(new ByToken("t2", false));
    private static final Principal HOST = new Owner(new ByHost());

    private static final Map<Principal, Set<Action>> WITH_FRONT = Map.ofEntries(
            Map.entry(new Anonymous(), Set.of()),
            Map.entry(new LinkHolder("l1", FRONT, ChatRole.WATCHER, false), Set.of(Action.WATCH)),
            Map.entry(new LinkHolder("l2", FRONT, ChatRole.CHATTER, false), Set.of(Action.WATCH, Action.CHAT)),
            Map.entry(
                    new LinkHolder("l3", FRONT, ChatRole.MODERATOR, false),
                    Set.of(Action.WATCH, Action.CHAT, Action.MODERATE)),
            Map.entry(new LinkHolder("l4", BACK, ChatRole.MODERATOR, false), Set.of()),
            Map.entry(new LinkHolder("l5", FRONT, ChatRole.WATCHER, true), Set.of(Action.WATCH, Action.STEER)),
            Map.entry(
                    new LinkHolder("l7", FRONT, ChatRole.WATCHER, false, new RewindRight(1_000)),
                    Set.of(Action.WATCH, Action.REWIND)),
            Map.entry(new LinkHolder("l6", BACK, ChatRole.MODERATOR, true), Set.of()),
            Map.entry(new Visitor(FRONT, ChatRole.WATCHER, Visibility.PUBLIC), Set.of(Action.WATCH)),
            Map.entry(new Visitor(BACK, ChatRole.CHATTER, Visibility.PUBLIC), Set.of()),
            Map.entry(new Device("d1", FRONT), Set.of(Action.PUBLISH)),
            Map.entry(new Device("d2", BACK), Set.of()),
            Map.entry(new PublishKey("k1", FRONT), Set.of(Action.PUBLISH)),
            Map.entry(new PublishKey("k2", BACK), Set.of()),
            Map.entry(
                    OWNER,
                    Set.of(
                            Action.GRANT,
                            Action.WATCH,
                            Action.CHAT,
                            Action.MODERATE,
                            Action.STEER,
                            Action.REWIND,
                            Action.INSPECT,
                            Action.MANAGE)),
            Map.entry(READER, Set.of(Action.WATCH, Action.REWIND, Action.INSPECT)),
            Map.entry(
                    PROGRAM,
                    Set.of(
                            Action.WATCH,
                            Action.CHAT,
                            Action.MODERATE,
                            Action.STEER,
                            Action.REWIND,
                            Action.INSPECT,
                            Action.MANAGE)),
            Map.entry(
                    HOST,
                    Set.of(
                            Action.WATCH,
                            Action.CHAT,
                            Action.MODERATE,
                            Action.STEER,
                            Action.REWIND,
                            Action.INSPECT,
                            Action.MANAGE,
                            Action.GRANT,
                            Action.RESET_OWNER)));

    private static final Set<Action> ABOUT_CAMERAS =
            EnumSet.of(Action.WATCH, Action.CHAT, Action.MODERATE, Action.STEER, Action.REWIND, Action.PUBLISH);

    private final AccessPolicy policy = new AccessPolicy();

    @Test
    void eachRoleMayDoWithACameraWhatTheTableSaysAndNothingElse() {
        WITH_FRONT.forEach((principal, allowed) -> assertThat(EnumSet.allOf(Action.class).stream()
                        .filter(action -> !OPEN.contains(action))
                        .filter(action -> policy.authorize(principal, action, FRONT))
                        .collect(Collectors.toSet()))
                .as(principal.toString())
                .isEqualTo(allowed));
    }

    @Test
    void thePublicMayLoadPagesAndAskForAdmission() {
        WITH_FRONT
                .keySet()
                .forEach(principal -> assertThat(OPEN)
                        .allMatch(action -> policy.authorize(principal, action))
                        .allMatch(action -> policy.authorize(principal, action, FRONT)));
    }

    @Test
    void withoutACameraOnlyTheOwnerMayMore() {
        WITH_FRONT.forEach((principal, withFront) -> {
            Set<Action> expected = EnumSet.copyOf(OPEN);
            withFront.stream().filter(action -> !ABOUT_CAMERAS.contains(action)).forEach(expected::add);
            assertThat(EnumSet.allOf(Action.class).stream()
                            .filter(action -> policy.authorize(principal, action))
                            .collect(Collectors.toSet()))
                    .as(principal.toString())
                    .isEqualTo(expected);
        });
    }
}
