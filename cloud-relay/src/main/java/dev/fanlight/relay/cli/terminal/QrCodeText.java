package dev.fanlight.relay.cli.terminal;

import io.nayuki.qrcodegen.QrCode;
import picocli.CommandLine.Help.Ansi;

/**
 * A QR code (ISO/IEC 18004) as half blocks, two modules in a character. White on black where colours are possible, so that it is the same
 * on dark and light terminals; else its light modules are drawn and its dark ones left out, which is right on dark ones. Immutable.
 */
public final class QrCodeText {

    /** The margin that the standard asks for, in modules. */
    private static final int QUIET = 4;

    private static final String WHITE_ON_BLACK = "\u001b[97;40m";
    private static final String PLAIN = "\u001b[0m";

    private final QrCode code;

    private QrCodeText(QrCode code) {
        this.code = code;
    }

    /**
     * The picture of a text.
     *
     * @throws IllegalArgumentException when it is too long: over 2,953 bytes
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
            terminal.picture(colours ? WHITE_ON_BLACK + row + PLAIN : row);
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

    /** Outside of the code everything is light. */
    private boolean isLight(int x, int y) {
        return !code.getModule(x, y);
    }
}
