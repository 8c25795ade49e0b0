package dev.fanlight.relay.cli.bench;

import dev.fanlight.relay.bench.BenchResult;
import dev.fanlight.relay.bench.LoadStep;
import dev.fanlight.relay.bench.LocalRelay;
import dev.fanlight.relay.bench.process.MachineFacts;

/** Prints the progress and the results of {@code bench}. */
interface BenchReport {

    /** A relay is running for other load generators; the only report that contains its watch key. */
    void ready(LocalRelay relay);

    /** Publishing has ended after this many frames. */
    void published(long frames);

    /** The measurement begins. */
    void begins(MachineFacts machine, BenchSetting setting);

    /** One number of viewers has been measured. */
    void step(LoadStep step);

    /** The measurement has ended. */
    void ends(BenchSetting setting, BenchResult result);
}
