package dev.fanlight.relay.cli.terminal;

import dev.fanlight.cli.QrCodeRows;
import picocli.CommandLine.Help.Ansi;

/** A QR code on a terminal, with colours where it has them. Immutable. */
public final class QrCodeText {

    private final QrCodeRows code;

    private QrCodeText(QrCodeRows code) {
        this.code = code;
    }

    /**
     * The code of a text.
     *
     * @throws IllegalArgumentException if the text is longer than 2,953 bytes
     */
    public static QrCodeText of(String text) {
        return new QrCodeText(QrCodeRows.of(text));
    }

    public int columns() {
        return code.columns();
    }

    public void print(Terminal terminal) {
        code.small(Ansi.AUTO.enabled()).forEach(terminal::raw);
    }
}
