package dev.fanlight.relay.cli.option;

import dev.fanlight.relay.cli.terminal.QrCodeText;
import dev.fanlight.relay.cli.terminal.Screen;
import dev.fanlight.relay.cli.terminal.Terminal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether to show a link as a QR code, too. Filled by picocli. */
public final class QrOptions {

    @Option(
            names = "--qr",
            negatable = true,
            description =
                    "Print the link as a QR code, too. Default: on a terminal that is wide enough, unless FANLIGHT_QR=0")
    private @Nullable Boolean wanted;

    /** Prints the QR code of a URL if requested, or by default if the terminal is wide enough. */
    public void print(Terminal terminal, String url) {
        QrCodeText code = QrCodeText.of(url);
        boolean show = Optional.ofNullable(wanted).orElseGet(() -> isWideEnoughFor(code));
        if (show) {
            terminal.line("");
            code.print(terminal);
        }
    }

    private static boolean isWideEnoughFor(QrCodeText code) {
        return !"0".equals(System.getenv("FANLIGHT_QR"))
                && Screen.console().isPresent()
                && Screen.columns() >= Math.max(Screen.MIN_COLUMNS, code.columns());
    }
}
