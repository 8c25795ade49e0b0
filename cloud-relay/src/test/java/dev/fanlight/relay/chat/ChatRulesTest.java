package dev.fanlight.relay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatRulesTest {

    @Test
    void controlsAndBidirectionalSignsGoAndLineFeedsStay() {
        assertThat(ChatRules.cleanText(" a\u0000b\u202Ec\u2066d\u200Fe\r\nf\tg\u0007 "))
                .isEqualTo("abcde\nf g");
    }

    @Test
    void halfACharacterGoes() {
        assertThat(ChatRules.cleanText("a\uD83Db")).isEqualTo("ab");
    }

    @Test
    void textIsKeptInCanonicalForm() {
        assertThat(ChatRules.cleanText("e\u0301")).isEqualTo("é");
    }

    @Test
    void joinedEmojiStayWholeAndCountOnce() {
        String family = "👨‍👩‍👧‍👦";
        assertThat(ChatRules.cleanText(family)).isEqualTo(family);
        assertThat(Graphemes.count("é👍🏽" + family)).isEqualTo(3);
    }

    @Test
    void limitIsGraphemesAndBytes() {
        assertThat(ChatRules.refuseText("é".repeat(500))).isEmpty();
        assertThat(ChatRules.refuseText("é".repeat(501))).contains(Refusal.TOO_LONG);
        assertThat(ChatRules.refuseText("x".repeat(501))).contains(Refusal.TOO_LONG);
        assertThat(ChatRules.refuseText("👨‍👩‍👧‍👦".repeat(100))).contains(Refusal.TOO_LONG);
        assertThat(ChatRules.refuseText("")).contains(Refusal.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "A d m i n", "ＡＤＭＩＮ", "Owner!", "mod.", "FRONT-door", "Fanlight"})
    void namesOfOfficeAndOfTheCameraAreReserved(String name) {
        assertThat(ChatRules.refuseName(name, "front-door")).contains(Refusal.RESERVED);
    }

    @Test
    void namesHaveTwoToThirtyGraphemes() {
        assertThat(ChatRules.refuseName("a", "front")).contains(Refusal.TOO_SHORT);
        assertThat(ChatRules.refuseName("ab", "front")).isEmpty();
        assertThat(ChatRules.refuseName("é".repeat(30), "front")).isEmpty();
        assertThat(ChatRules.refuseName("é".repeat(31), "front")).contains(Refusal.TOO_LONG);
        assertThat(ChatRules.refuseName("z" + "\u0335".repeat(200) + "z", "front"))
                .contains(Refusal.TOO_LONG);
    }

    @Test
    void nameIsOneLineWithSingleSpaces() {
        assertThat(ChatRules.cleanName("  Ann\n of   the\tHill ")).isEqualTo("Ann of the Hill");
    }
}
