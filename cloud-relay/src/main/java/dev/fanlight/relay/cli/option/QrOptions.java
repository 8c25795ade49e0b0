package dev.fanlight.relay.cli.option;

import dev.fanlight.relay.cli.terminal.QrCodeText;
import dev.fanlight.relay.cli.terminal.Screen;
import dev.fanlight.relay.cli.terminal.Terminal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a link is also shown as a QR code. Filled by picocli. */
public final class QrOptions {

    @Option(
            names = "--qr",
            negatable = true,
            description =
                    "Show the link as a QR code too, or not. Default: on a terminal that is wide enough, unless FANLIGHT_QR=0")
    private @Nullable Boolean wanted;

    /** Prints the code of an address if it is wanted, or nobody said and there is room. */
    public void print(Terminal terminal, String url) {
        QrCodeText picture = QrCodeText.of(url);
        boolean show = Optional.ofNullable(wanted).orElseGet(() -> isRoomFor(picture));
        if (show) {
            terminal.line("");
            picture.print(terminal);
        }
    }

    private static boolean isRoomFor(QrCodeText picture) {
        return !"0".equals(System.getenv("FANLIGHT_QR"))
                && Screen.console().isPresent()
                && Screen.columns() >= Math.max(Screen.FEWEST_COLUMNS, picture.columns());
    }
}
