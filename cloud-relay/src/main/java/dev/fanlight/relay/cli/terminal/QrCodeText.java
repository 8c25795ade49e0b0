package dev.fanlight.relay.cli.terminal;

import io.nayuki.qrcodegen.QrCode;
import picocli.CommandLine.Help.Ansi;

/**
 * A QR code (ISO/IEC 18004) in half-block characters, two modules each. White on black where the terminal has colours, which suits dark and
 * light themes; otherwise only the light modules are drawn, which suits dark themes. Immutable.
 */
public final class QrCodeText {

    /** The quiet zone that the standard requires, in modules. */
    private static final int QUIET = 4;

    private static final String WHITE_ON_BLACK = "\u001b[97;40m";
    private static final String PLAIN = "\u001b[0m";

    private final QrCode code;

    private QrCodeText(QrCode code) {
        this.code = code;
    }

    /**
     * The code of a text.
     *
     * @throws IllegalArgumentException if the text is longer than 2,953 bytes
     */
    public static QrCodeText of(String text) {
        return new QrCodeText(QrCode.encodeText(text, QrCode.Ecc.LOW));
    }

    public int columns() {
        return code.size + 2 * QUIET;
    }

    public void print(Terminal terminal) {
        boolean colours = Ansi.AUTO.enabled();
        for (int y = -QUIET; y < code.size + QUIET; y += 2) {
            String row = row(y);
            terminal.raw(colours ? WHITE_ON_BLACK + row + PLAIN : row);
        }
    }

    private String row(int y) {
        StringBuilder row = new StringBuilder();
        for (int x = -QUIET; x < code.size + QUIET; x++) {
            boolean upper = isLight(x, y);
            boolean lower = y + 1 < code.size + QUIET && isLight(x, y + 1);
            row.append(upper ? (lower ? '█' : '▀') : (lower ? '▄' : ' '));
        }
        return row.toString();
    }

    /** The quiet zone is light. */
    private boolean isLight(int x, int y) {
        return !code.getModule(x, y);
    }
}
