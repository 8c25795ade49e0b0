package dev.fanlight.cli;

import io.nayuki.qrcodegen.QrCode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A QR code (ISO/IEC 18004) as rows of characters. White on black where the terminal has colours, which suits dark and light themes;
 * otherwise only the light modules are drawn, which suits dark themes. Immutable.
 */
public final class QrCodeRows {

    /** The quiet zone that the standard requires, in modules. */
    private static final int QUIET = 4;

    private static final String WHITE_ON_BLACK = "\u001b[97;40m";
    private static final String PLAIN = "\u001b[0m";

    private final QrCode code;

    private QrCodeRows(QrCode code) {
        this.code = code;
    }

    /**
     * The code of a text.
     *
     * @throws IllegalArgumentException if the text is longer than 2,953 bytes
     */
    public static QrCodeRows of(String text) {
        return new QrCodeRows(QrCode.encodeText(text, QrCode.Ecc.LOW));
    }

    /** Characters of a row of {@link #small}; one of {@link #large} has twice as many. */
    public int columns() {
        return code.size + 2 * QUIET;
    }

    /** In half-block characters, two modules each. */
    public List<String> small(boolean colours) {
        return IntStream.range(0, (columns() + 1) / 2)
                .mapToObj(row -> coloured(smallRow(2 * row - QUIET), colours))
                .toList();
    }

    /** In full blocks, two characters for each module. */
    public List<String> large(boolean colours) {
        return IntStream.range(-QUIET, code.size + QUIET)
                .mapToObj(y -> coloured(largeRow(y), colours))
                .toList();
    }

    private static String coloured(String row, boolean colours) {
        return colours ? WHITE_ON_BLACK + row + PLAIN : row;
    }

    private String smallRow(int y) {
        StringBuilder row = new StringBuilder();
        for (int x = -QUIET; x < code.size + QUIET; x++) {
            boolean upper = isLight(x, y);
            boolean lower = y + 1 < code.size + QUIET && isLight(x, y + 1);
            row.append(upper ? (lower ? '█' : '▀') : (lower ? '▄' : ' '));
        }
        return row.toString();
    }

    private String largeRow(int y) {
        StringBuilder row = new StringBuilder();
        for (int x = -QUIET; x < code.size + QUIET; x++) {
            row.append(isLight(x, y) ? "██" : "  ");
        }
        return row.toString();
    }

    /** The quiet zone is light. */
    private boolean isLight(int x, int y) {
        return !code.getModule(x, y);
    }
}
