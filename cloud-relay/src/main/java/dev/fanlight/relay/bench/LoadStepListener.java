package dev.fanlight.relay.bench;

/** Told how a climb goes, on the thread that climbs. May throw to end it. */
public interface LoadStepListener {

    /** The first viewers are in, and measuring begins. */
    void entered();

    /** One rung is measured. */
    void measured(LoadStep rung);
}
