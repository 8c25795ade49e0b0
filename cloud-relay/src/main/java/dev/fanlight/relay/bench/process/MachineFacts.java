package dev.fanlight.relay.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The machine and runtime of a measurement. Immutable.
 *
 * @param processors number of CPUs available to Java
 * @param model CPU model, or its architecture
 * @param system kernel and its version
 * @param java JVM and its version
 */
public record MachineFacts(int processors, String model, String system, String java) {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    /** This machine. Blocking. */
    public static MachineFacts ofThis() {
        return new MachineFacts(
                Runtime.getRuntime().availableProcessors(),
                cpuModel(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    }

    private static String cpuModel() {
        try {
            return Files.readAllLines(CPU_INFO).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
