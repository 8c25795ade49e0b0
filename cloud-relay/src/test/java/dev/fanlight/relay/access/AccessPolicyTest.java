package dev.fanlight.relay.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.access.Principal.Anonymous;
import dev.fanlight.relay.access.Principal.Device;
import dev.fanlight.relay.access.Principal.LinkHolder;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The whole table: who may do what with a camera, and with no camera. */
class AccessPolicyTest {

    private static final CameraName FRONT = new CameraName("front");
    private static final CameraName BACK = new CameraName("back");
    private static final Set<Action> OPEN = EnumSet.of(Action.OPEN_PAGE, Action.READ_HEALTH, Action.CONNECT);

    private static final Map<Principal, Set<Action>> TABLE = Map.of(
            new Anonymous(), Set.of(),
            new LinkHolder(FRONT, Role.WATCHER), Set.of(Action.WATCH),
            new LinkHolder(FRONT, Role.CHATTER), Set.of(Action.WATCH, Action.CHAT),
            new LinkHolder(BACK, Role.CHATTER), Set.of(),
            new Device("d1", FRONT), Set.of(Action.PUBLISH),
            new Device("d2", BACK), Set.of());

    private final AccessPolicy policy = new AccessPolicy();

    @Test
    void everybodyMayDoWithACameraWhatTheTableSaysAndNothingElse() {
        TABLE.forEach((principal, allowed) -> assertThat(EnumSet.allOf(Action.class).stream()
                        .filter(action -> policy.authorize(principal, action, FRONT))
                        .collect(Collectors.toSet()))
                .as(principal.toString())
                .isEqualTo(allowed));
    }

    @Test
    void everybodyMayLoadPagesAndKnock() {
        TABLE.keySet()
                .forEach(principal -> assertThat(EnumSet.allOf(Action.class).stream()
                                .filter(action -> policy.authorize(principal, action))
                                .collect(Collectors.toSet()))
                        .isEqualTo(OPEN));
    }
}
