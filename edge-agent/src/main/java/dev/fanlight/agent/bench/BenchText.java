package dev.fanlight.agent.bench;

import dev.fanlight.agent.bench.EncodeBench.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results of a bench in words. Stateless. */
public final class BenchText {

    private static final int PERCENT = 100;

    private BenchText() {}

    /**
     * Which encoder an agent would use, and why not those before it.
     *
     * @param failures each as {@code name: reason}
     */
    public static List<String> encoder(String name, List<String> failures) {
        List<String> lines = new ArrayList<>();
        failures.forEach(failure -> lines.add("Does not work here: " + failure));
        lines.add("Encoder of this computer: " + name
                + (name.equals("libx264") ? "" : " (what follows was measured with libx264)"));
        return lines;
    }

    /** Over the columns of {@link #row}. */
    public static String heading(int fps) {
        return String.format("%-11s  %-9s  %10s  %s", "SIZE", "PRESET", "FRAMES/S", "LOAD AT " + fps + " FPS");
    }

    /** One result. */
    public static String row(Row row) {
        return String.format(
                Locale.ROOT,
                "%-11s  %-9s  %10.0f  %.0f %%",
                row.size().width() + "x" + row.size().height(),
                row.preset().x264Name(),
                row.framesPerSecond(),
                row.load() * PERCENT);
    }

    /** The settings of a result, as a settings file. */
    public static String yaml(Row row) {
        return String.join(
                        "\n",
                        List.of(
                                "camera:",
                                "  width: " + row.size().width(),
                                "  height: " + row.size().height(),
                                "encode:",
                                "  preset: " + row.preset().x264Name()))
                + "\n";
    }

    /** What to do with the results. */
    public static String advice(List<Row> rows) {
        return EncodeBench.recommended(rows)
                .map(row -> "Recommended: camera.width=" + row.size().width() + " camera.height="
                        + row.size().height() + " encode.preset=" + row.preset().x264Name()
                        + " (the load is that of all processors while viewers watch)")
                .orElse(
                        "This computer is too slow for all of these. Lower camera.fps, or use a camera that encodes itself.");
    }
}
