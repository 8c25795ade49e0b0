package dev.fanlight.relay.chat.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.chat.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextAndNameRulesTest {

    @Test
    void controlsAndBidirectionalSignsGoAndLineFeedsStay() {
        assertThat(TextRules.clean(" a\u0000b\u202Ec\u2066d\u200Fe\r\nf\tg\u0007 "))
                .isEqualTo("abcde\nf g");
    }

    @Test
    void loneSurrogateIsRemoved() {
        assertThat(TextRules.clean("a\uD83Db")).isEqualTo("ab");
    }

    @Test
    void textIsStoredInCanonicalForm() {
        assertThat(TextRules.clean("e\u0301")).isEqualTo("é");
    }

    @Test
    void joinedEmojiStayWholeAndCountOnce() {
        String family = "👨‍👩‍👧‍👦";
        assertThat(TextRules.clean(family)).isEqualTo(family);
        assertThat(Graphemes.count("é👍🏽" + family)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gbeng", "gbsct", "gbwls", "usca", "de1"})
    void flagOfAPartOfACountryStaysWholeAndCountsOnce(String code) {
        String flag = "🏴" + tags(code) + END_OF_TAGS;
        assertThat(TextRules.clean("Go " + flag + flag + "!")).isEqualTo("Go " + flag + flag + "!");
        assertThat(NameRules.clean("Anna " + flag)).isEqualTo("Anna " + flag);
        assertThat(Graphemes.count(flag)).isEqualTo(1);
    }

    @Test
    void tagsThatAreNoFlagAreRemoved() {
        assertThat(TextRules.clean("hidden" + tags("secret") + END_OF_TAGS)).isEqualTo("hidden");
        assertThat(TextRules.clean("🏴" + tags("gbeng"))).isEqualTo("🏴");
        assertThat(TextRules.clean("🏴" + tags("gbengland") + END_OF_TAGS)).isEqualTo("🏴");
        assertThat(TextRules.clean("🏴" + tags("GBENG") + END_OF_TAGS)).isEqualTo("🏴");
        assertThat(TextRules.clean("😀" + tags("gbeng") + END_OF_TAGS)).isEqualTo("😀");
        String england = "🏴" + tags("gbeng") + END_OF_TAGS;
        assertThat(TextRules.clean(england + tags("more") + "\u200B\u202E")).isEqualTo(england);
    }

    private static final String END_OF_TAGS = Character.toString(0xE007F);

    private static String tags(String code) {
        return code.chars()
                .map(letter -> 0xE0000 + letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void limitIsGraphemesAndBytes() {
        assertThat(TextRules.refuse("é".repeat(500))).isEmpty();
        assertThat(TextRules.refuse("é".repeat(501))).contains(Refusal.TOO_LONG);
        assertThat(TextRules.refuse("x".repeat(501))).contains(Refusal.TOO_LONG);
        assertThat(TextRules.refuse("👨‍👩‍👧‍👦".repeat(100))).contains(Refusal.TOO_LONG);
        assertThat(TextRules.refuse("")).contains(Refusal.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin",
                "A d m i n",
                "ＡＤＭＩＮ",
                "Owner!",
                "mod.",
                "FRONT-door",
                "Fanlight",
                "аdmin",
                "ADMIN 1",
                "Ädmïn",
                "0wner",
                "adm1n",
                "m0d",
                "Sуstem",
                "Ａdmin",
                "Rеlау",
                "front d00r",
                "Ηost",
                "οwner"
            })
    void namesOfOfficeAndOfTheCameraAreReserved(String name) {
        assertThat(NameRules.refuse(name, "front-door", ChatRole.CHATTER))
                .hasValueSatisfying(reason -> assertThat(reason).isIn(Refusal.RESERVED, Refusal.NOT_ALLOWED));
    }

    @Test
    void namesHaveTwoToThirtyGraphemes() {
        assertThat(NameRules.refuse("a", "front", ChatRole.CHATTER)).contains(Refusal.TOO_SHORT);
        assertThat(NameRules.refuse("ab", "front", ChatRole.CHATTER)).isEmpty();
        assertThat(NameRules.refuse("é".repeat(30), "front", ChatRole.CHATTER)).isEmpty();
        assertThat(NameRules.refuse("é".repeat(31), "front", ChatRole.CHATTER)).contains(Refusal.TOO_LONG);
        assertThat(NameRules.refuse("z" + "\u0335".repeat(200) + "z", "front", ChatRole.CHATTER))
                .contains(Refusal.TOO_LONG);
    }

    @Test
    void nameIsOneLineWithSingleSpaces() {
        assertThat(NameRules.clean("  Ann\n of   the\tHill ")).isEqualTo("Ann of the Hill");
    }

    @Test
    void stackedAccentsAreCutToFourALetter() {
        assertThat(TextRules.clean("z" + "\u0335".repeat(200) + "y")).isEqualTo("z" + "\u0335".repeat(4) + "y");
        assertThat(NameRules.clean("z" + "\u0335".repeat(200) + "y")).isEqualTo("z" + "\u0335".repeat(4) + "y");
        assertThat(TextRules.clean("क्षि")).isEqualTo("क्षि");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00AD",
                "\u034F",
                "\u061C",
                "\u115F",
                "\u180E",
                "\u200B",
                "\u2063",
                "\u2800",
                "\u3164",
                "\uFEFF",
                "\uFFA0",
                "\uDB40\uDC41",
                "\u2028",
                "\u202D",
                "\u2069",
                "\u0085",
                "\uE000",
                "\uFFFF"
            })
    void signsThatCannotBeSeenGo(String sign) {
        assertThat(TextRules.clean("a" + sign + "b")).isEqualTo("ab");
        assertThat(NameRules.clean("a" + sign + "b")).isIn("ab", "a b");
    }

    @Test
    void namesAreInCompatibilityFormAndTextsAreNot() {
        assertThat(NameRules.clean("Ａｄａ ﬁ ①")).isEqualTo("Ada fi 1");
        assertThat(TextRules.clean("Ａｄａ ﬁ ①")).isEqualTo("Ａｄａ ﬁ ①");
    }

    @Test
    void joinersInNamesStayInEmojiOnly() {
        assertThat(NameRules.clean("A\u200Dda\u200C\uFE0F 👩\u200D🚀 ❤\uFE0F")).isEqualTo("Ada 👩\u200D🚀 ❤\uFE0F");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Аnna", "Pаul", "Αlice", "Jоhn", "Ada Ада", "caf\u0435"})
    void namesInSeveralScriptsAreRefused(String name) {
        assertThat(NameRules.refuse(name, "front", ChatRole.OWNER)).contains(Refusal.NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Анна",
                "Ελένη",
                "花子 Hanako",
                "길동 Kim",
                "محمد",
                "José",
                "O'Neil",
                "Ada 🐣",
                "花子 Hana é 🐣",
                "brave-otter",
                "मीरा",
                "12 34"
            })
    void namesInOneScriptAreAccepted(String name) {
        assertThat(NameRules.refuse(NameRules.clean(name), "front", ChatRole.CHATTER))
                .isEmpty();
    }

    @Test
    void reservedNamesAreForHoldersOfTheRole() {
        assertThat(NameRules.refuse("Moderator", "front", ChatRole.CHATTER)).contains(Refusal.RESERVED);
        assertThat(NameRules.refuse("Moderator", "front", ChatRole.MODERATOR)).isEmpty();
        assertThat(NameRules.refuse("Owner", "front", ChatRole.MODERATOR)).contains(Refusal.RESERVED);
        assertThat(NameRules.refuse("front", "front", ChatRole.MODERATOR)).contains(Refusal.RESERVED);
        assertThat(NameRules.refuse("Owner", "front", ChatRole.OWNER)).isEmpty();
    }

    @Test
    void nameThatIsALinkIsRefused() {
        assertThat(NameRules.refuse("win-prizes.example.com", "front", ChatRole.CHATTER))
                .contains(Refusal.NOT_ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "paypal, paypa1",
        "Ian, lan",
        "Ada, Аdа",
        "rn, m",
        "brave-otter, Brave Otter",
        "Bob, 8ob",
        "café, cafe\u0301",
        "ВОВ, BOB"
    })
    void namesThatLookAlikeHaveAKeyInCommon(String one, String other) {
        boolean alike = NameKeys.of(one).stream().anyMatch(NameKeys.of(other)::contains);
        assertThat(alike).as(NameKeys.of(one) + " and " + NameKeys.of(other)).isEqualTo(!one.equals("Bob"));
    }

    @Test
    void differentNamesHaveNone() {
        assertThat(NameKeys.of("Ann")).doesNotContainAnyElementsOf(NameKeys.of("Anna"));
        assertThat(NameKeys.of("🐣🐣")).doesNotContainAnyElementsOf(NameKeys.of("🐤🐤"));
    }
}
