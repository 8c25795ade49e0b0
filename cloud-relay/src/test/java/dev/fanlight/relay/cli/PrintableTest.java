package dev.fanlight.relay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.cli.terminal.Printable;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class PrintableTest {

    private static final String HOSTILE = "a\u001b[2Jb\u009b1mc\rd\u202ee\u0007f\u2028g\nh";

    @Test
    void nothingThatATerminalObeysIsLeft() {
        assertThat(Printable.text(HOSTILE)).isEqualTo("a\uFFFD[2Jb\uFFFD1mc\uFFFDd\uFFFDe\uFFFDf\uFFFDg\uFFFDh");
    }

    @Test
    void wordsOfAllLanguagesAndEmojisStay() {
        String text = "Grüße, 日本, שלום, 🦉 “x” – ½";
        assertThat(Printable.text(text)).isEqualTo(text);
    }

    @Test
    void jsonMeansTheSameAndHoldsNothingThatATerminalObeys() {
        JsonObject json = new JsonObject().put("label", HOSTILE + "🦉");
        String printed = Printable.json(json.encode());
        assertThat(new JsonObject(printed)).isEqualTo(json);
        assertThat(printed).isEqualTo(Printable.text(printed)).contains("🦉");
    }
}
