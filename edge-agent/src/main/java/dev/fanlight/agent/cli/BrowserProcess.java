package dev.fanlight.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Opens an address in the browser of the desktop. Stateless. */
final class BrowserProcess {

    private BrowserProcess() {}

    /** Starts the program that the desktop has for that; a sentence when there is none. */
    static void open(String address, PrintWriter out) {
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        try {
            new ProcessBuilder(List.of(mac ? "open" : "xdg-open", address))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            out.println("! This computer has no browser to open it with (xdg-open is missing).");
            out.flush();
        }
    }
}
