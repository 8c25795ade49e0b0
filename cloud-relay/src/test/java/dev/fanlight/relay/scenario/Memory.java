package dev.fanlight.relay.scenario;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What this process uses, the relay and its clients together. */
final class Memory {

    private static final int COLLECTIONS = 3;

    private Memory() {}

    /** Bytes of the heap that are in use after everything was thrown away that can be. */
    static long heapAfterCollection() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Resident bytes. */
    static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Open files and sockets. */
    static int descriptors() {
        return Optional.ofNullable(new File("/proc/self/fd").list()).orElseThrow().length;
    }

    static String mebibytes(long bytes) {
        return String.format("%.1f MiB", bytes / 1024.0 / 1024.0);
    }
}
