package dev.fanlight.relay.cli.bench;

import dev.fanlight.relay.bench.LoadStep;
import dev.fanlight.relay.bench.OwnRelay;
import dev.fanlight.relay.bench.Verdict;
import dev.fanlight.relay.bench.process.MachineFacts;

/** Tells what {@code bench} does and finds, as it goes. */
interface BenchReport {

    /** A relay runs for others to measure. The only place where its key is told. */
    void ready(OwnRelay relay);

    /** Nothing more is published. */
    void published(long pictures);

    /** Measuring begins. */
    void begins(MachineFacts machine, BenchSetting setting);

    /** One number of viewers is measured. */
    void rung(LoadStep rung);

    /** All are. */
    void ends(BenchSetting setting, Verdict verdict);
}
