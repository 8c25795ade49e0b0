package dev.fanlight.agent.uplink.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.media.CurrentViewers;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.agent.NamedViewer;
import dev.fanlight.protocol.agent.NamedViewer.Way;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ViewerNamesTest {

    private static List<String> names(NamedViewer... members) {
        return ViewerNames.of(new Demand(members.length, members.length, Set.of(), Optional.of(List.of(members))))
                .names();
    }

    private static NamedViewer byLink(String label, String name) {
        return new NamedViewer(Way.LINK, Optional.of(label), Optional.of(name), Optional.empty());
    }

    @Test
    void whatTheOwnerWroteComesFirstAndWhatAStrangerWroteInParentheses() {
        Optional<String> none = Optional.empty();
        assertThat(names(
                        byLink("family", "Ann"),
                        new NamedViewer(Way.LINK, Optional.of("television"), none, Optional.of("hls")),
                        new NamedViewer(Way.LINK, none, Optional.of("the owner"), none),
                        new NamedViewer(Way.VISITOR, none, none, none),
                        new NamedViewer(Way.OWNER, none, Optional.of("Kim"), none)))
                .containsExactly(
                        "family (Ann)",
                        "television (HLS player)",
                        "a link (the owner)",
                        "a visitor",
                        "the owner (Kim)");
    }

    @Test
    void whatIsNotVisibleInOneLineIsRemoved() {
        assertThat(names(byLink("fam\u0000ily\n\tthe owner", "\u001b[31mAnn\u202e\u200b\u2028Bob\u0085\ud800")))
                .containsExactly("fam ily the owner ([31mAnn Bob)");
        assertThat(names(byLink("\u200b\n", "\u0000"))).containsExactly("a link");
        assertThat(names(byLink("家族", "Zoë 🎥"))).containsExactly("家族 (Zoë 🎥)");
    }

    @Test
    void aRelayThatSendsNoNamesLeavesTheNumber() {
        assertThat(ViewerNames.of(new Demand(3, Set.of()))).isEqualTo(new CurrentViewers(3, List.of()));
    }
}
