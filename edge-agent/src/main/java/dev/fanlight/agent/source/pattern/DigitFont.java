package dev.fanlight.agent.source.pattern;

/** Ten digits, colon and point as dots, 5 wide and 7 high: no font files, no AWT. Stateless, thread safe. */
final class DigitFont {

    static final int WIDTH = 5;
    static final int HEIGHT = 7;

    private static final String SYMBOLS = "0123456789:.";
    /** A row of dots a byte, the leftmost dot in bit 4. */
    private static final byte[][] DOTS = {
        {14, 17, 19, 21, 25, 17, 14},
        {4, 12, 4, 4, 4, 4, 14},
        {14, 17, 1, 2, 4, 8, 31},
        {31, 2, 4, 2, 1, 17, 14},
        {2, 6, 10, 18, 31, 2, 2},
        {31, 16, 30, 1, 1, 17, 14},
        {6, 8, 16, 30, 17, 17, 14},
        {31, 1, 2, 4, 8, 8, 8},
        {14, 17, 17, 14, 17, 17, 14},
        {14, 17, 17, 15, 1, 2, 12},
        {0, 4, 4, 0, 4, 4, 0},
        {0, 0, 0, 0, 0, 12, 12},
    };

    private DigitFont() {}

    /** Whether the dot of a symbol is set; unknown symbols are blank. */
    static boolean isSet(char symbol, int column, int row) {
        int index = SYMBOLS.indexOf(symbol);
        return index >= 0 && (DOTS[index][row] >> (WIDTH - 1 - column) & 1) == 1;
    }
}
