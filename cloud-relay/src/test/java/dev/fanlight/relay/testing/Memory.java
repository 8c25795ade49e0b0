package dev.fanlight.relay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** What this process uses, the relay and its clients together. */
public final class Memory {

    private static final int COLLECTIONS = 3;

    private Memory() {}

    /**
     * Bytes of the heap that the last collection left, once everything was thrown away that can be. Asking the runtime instead would count what
     * threads took since: a thread's first object takes a whole allocation buffer, up to 1 MiB.
     */
    public static long heapAfterCollection() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        long left = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        assertThat(left).as("collections can be asked for").isPositive();
        return left;
    }

    /** Resident bytes. */
    public static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Open files and sockets. */
    public static int descriptors() {
        return Optional.ofNullable(new File("/proc/self/fd").list()).orElseThrow().length;
    }

    public static String mebibytes(long bytes) {
        return String.format("%.1f MiB", bytes / 1024.0 / 1024.0);
    }
}
