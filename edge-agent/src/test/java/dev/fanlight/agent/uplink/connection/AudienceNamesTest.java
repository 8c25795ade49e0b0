package dev.fanlight.agent.uplink.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.media.Audience;
import dev.fanlight.protocol.agent.AudienceMember;
import dev.fanlight.protocol.agent.AudienceMember.Way;
import dev.fanlight.protocol.agent.Demand;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AudienceNamesTest {

    private static List<String> names(AudienceMember... members) {
        return AudienceNames.of(new Demand(members.length, members.length, Set.of(), Optional.of(List.of(members))))
                .names();
    }

    private static AudienceMember byLink(String label, String name) {
        return new AudienceMember(Way.LINK, Optional.of(label), Optional.of(name), Optional.empty());
    }

    @Test
    void whatTheOwnerWroteComesFirstAndWhatAStrangerWroteInParentheses() {
        Optional<String> none = Optional.empty();
        assertThat(names(
                        byLink("family", "Ann"),
                        new AudienceMember(Way.LINK, Optional.of("television"), none, Optional.of("hls")),
                        new AudienceMember(Way.LINK, none, Optional.of("the owner"), none),
                        new AudienceMember(Way.VISITOR, none, none, none),
                        new AudienceMember(Way.OWNER, none, Optional.of("Kim"), none)))
                .containsExactly(
                        "family (Ann)",
                        "television (HLS player)",
                        "a link without a label (the owner)",
                        "a visitor",
                        "the owner (Kim)");
    }

    @Test
    void whatIsNotVisibleInOneLineIsRemoved() {
        assertThat(names(byLink("fam\u0000ily\n\tthe owner", "\u001b[31mAnn\u202e\u200b\u2028Bob\u0085\ud800")))
                .containsExactly("fam ily the owner ([31mAnn Bob)");
        assertThat(names(byLink("\u200b\n", "\u0000"))).containsExactly("a link without a label");
        assertThat(names(byLink("家族", "Zoë 🎥"))).containsExactly("家族 (Zoë 🎥)");
    }

    @Test
    void aRelayThatDoesNotTellNamesLeavesTheNumber() {
        assertThat(AudienceNames.of(new Demand(3, Set.of()))).isEqualTo(new Audience(3, List.of()));
    }
}
