package dev.fanlight.agent.cli;

import dev.fanlight.cli.QrCodeRows;
import java.util.List;
import java.util.Map;

/** How large a QR code is printed. */
enum QrSize {
    /** Small, on a terminal that is wide enough, or whose width is not known. */
    AUTO,
    /** Two modules in one character. */
    SMALL,
    /** Two characters for one module: for terminals and fonts that cannot show half blocks. */
    LARGE,
    /** Not at all. */
    OFF;

    private static final int USUAL_COLUMNS = 80;

    /** The rows to print. */
    List<String> rows(String text, boolean colours, Map<String, String> environment) {
        QrCodeRows code = QrCodeRows.of(text);
        return switch (this) {
            case OFF -> List.of();
            case SMALL -> code.small(colours);
            case LARGE -> code.large(colours);
            case AUTO -> colours && code.columns() <= columns(environment) ? code.small(true) : List.of();
        };
    }

    private static int columns(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : USUAL_COLUMNS;
    }
}
