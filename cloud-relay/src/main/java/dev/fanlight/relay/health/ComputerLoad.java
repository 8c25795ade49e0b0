package dev.fanlight.relay.health;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.OptionalDouble;

/**
 * What the relay’s computer has and uses. Blocking, thread safe.
 *
 * @param folder a folder on the disk that matters
 */
record ComputerLoad(File folder) {

    /** Part of all processors that was used lately, 0 to 1; empty where the system does not say, and at the first call. */
    OptionalDouble cpu() {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)) {
            return OptionalDouble.empty();
        }
        double load = system.getCpuLoad();
        return load < 0 || Double.isNaN(load) ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, load));
    }

    long memory() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    long memoryMax() {
        return Runtime.getRuntime().maxMemory();
    }

    long diskFree() {
        return folder.getUsableSpace();
    }

    long disk() {
        return folder.getTotalSpace();
    }
}
