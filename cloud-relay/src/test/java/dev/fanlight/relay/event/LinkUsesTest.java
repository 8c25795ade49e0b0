package dev.fanlight.relay.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkUsesTest {

    private final LinkUses uses = new LinkUses();

    @Test
    void aLinkIsNewAgainAfterTenMinutes() {
        assertThat(uses.isNew("a", 0)).isTrue();
        assertThat(uses.isNew("b", 1)).isTrue();
        assertThat(uses.isNew("a", LinkUses.QUIET.toNanos() - 1)).isFalse();
        assertThat(uses.isNew("a", LinkUses.QUIET.toNanos())).isTrue();
        assertThat(uses.isNew("a", LinkUses.QUIET.toNanos() + 1)).isFalse();
    }

    @Test
    void manyLinksForgetTheOldest() {
        assertThat(uses.isNew("first", 0)).isTrue();
        for (int i = 0; i < LinkUses.MAX_LINKS; i++) {
            assertThat(uses.isNew("link" + i, 1)).isTrue();
        }
        assertThat(uses.isNew("first", 2)).isTrue();
        assertThat(uses.isNew("link" + (LinkUses.MAX_LINKS - 1), 2)).isFalse();
    }
}
