package dev.fanlight.agent.doctor;

import dev.fanlight.cli.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The computer: what it is, how hot, and whether its power suffices, where it says so. Reads files of Linux below a root.
 *
 * @param root {@code /}, or a copy of the folders in a test
 */
public record ComputerCheck(Path root) {

    private static final String ABOUT = "computer";
    private static final long HOT_MILLIDEGREES = 80_000;
    private static final int MILLI = 1_000;
    private static final int KIB_A_GIB = 1024 * 1024;

    /** What was found. */
    public List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        Optional<Long> heat = temperature();
        List<String> words = Stream.of(
                        model(),
                        system(),
                        System.getProperty("os.arch", ""),
                        memory(),
                        heat.map(found -> found / MILLI + " °C").orElse(""))
                .filter(word -> !word.isEmpty())
                .toList();
        findings.add(Finding.fine(ABOUT, String.join(", ", words)));
        if (heat.filter(found -> found >= HOT_MILLIDEGREES).isPresent()) {
            findings.add(Finding.warning(
                    "heat",
                    "the processor is at " + heat.get() / MILLI + " °C and slows down",
                    "A heat sink or a fan helps, or a smaller camera.width."));
        }
        if (isUnderVoltage()) {
            findings.add(Finding.warning(
                    "power",
                    "The Pi reports under-voltage; USB cameras drop out when that happens",
                    "Use the Pi's own power supply, and a powered hub for the camera."));
        }
        return findings;
    }

    private String model() {
        return read("proc/device-tree/model").replace("\u0000", "");
    }

    private String system() {
        return read("etc/os-release")
                .lines()
                .filter(line -> line.startsWith("PRETTY_NAME="))
                .map(line -> line.substring("PRETTY_NAME=".length()).replace("\"", ""))
                .findFirst()
                .orElse("");
    }

    private String memory() {
        return read("proc/meminfo")
                .lines()
                .filter(line -> line.startsWith("MemTotal:"))
                .map(line -> line.replaceAll("\\D", ""))
                .filter(kib -> !kib.isEmpty())
                .map(kib -> String.format(Locale.ROOT, "%.1f GiB", Long.parseLong(kib) / (double) KIB_A_GIB))
                .findFirst()
                .orElse("");
    }

    private Optional<Long> temperature() {
        String text = read("sys/class/thermal/thermal_zone0/temp");
        return text.matches("\\d{1,6}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    /** The driver {@code rpi_volt} sets an alarm. */
    private boolean isUnderVoltage() {
        try (Stream<Path> sensors = Files.list(root.resolve("sys/class/hwmon"))) {
            return sensors.anyMatch(sensor -> read(sensor.resolve("name")).equals("rpi_volt")
                    && read(sensor.resolve("in0_lcrit_alarm")).equals("1"));
        } catch (IOException e) {
            return false;
        }
    }

    private String read(String file) {
        return read(root.resolve(file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
